using MicroApps;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the clients of OpenAI, Azure OpenAI and compatible servers.</summary>
public static class OpenAIMicroAppBuilderExtensions
{
    /// <summary>Serves models whose manifest entry says <c>provider: openai</c>, <c>azure-openai</c> or <c>openai-compatible</c>.</summary>
    public static MicroAppBuilder UseOpenAI(this MicroAppBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddProvider(static _ => new OpenAIModelProvider());
    }
}
