using MicroApps;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Makes a host a micro app.</summary>
public static class MicroAppHostExtensions
{
    /// <summary>
    /// Reads <c>microapp.yaml</c> and registers a governed <c>IChatClient</c> with durable stores beside the manifest: in the sandbox until the setting
    /// <c>MicroApp:Environment</c> says otherwise.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="configure">Changes settings in code, after the configuration.</param>
    /// <returns>The place to add the app's own guards, providers and stores.</returns>
    /// <exception cref="MicroAppStartException">There is no manifest, or a setting is wrong; the message says which and how to mend it.</exception>
    /// <exception cref="ManifestException">The manifest is not valid; the message lists every error with its place.</exception>
    public static MicroAppBuilder AddMicroApp(this IHostApplicationBuilder builder, Action<MicroAppOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Services
            .AddMicroAppRuntime(builder.Configuration, builder.Environment.ContentRootPath, configure)
            .UseSqlite()
            .UseOpenAI();
    }
}
