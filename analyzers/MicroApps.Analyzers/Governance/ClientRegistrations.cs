using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>Methods of packages that register the client of a provider in the container.</summary>
internal sealed class ClientRegistrations
{
    private static readonly string[] s_names =
    [
        "Microsoft.Extensions.Hosting.AspireOpenAIExtensions", "Microsoft.Extensions.Hosting.AspireAzureOpenAIExtensions",
        "Microsoft.Extensions.Hosting.AspireAzureAIInferenceExtensions", "Microsoft.Extensions.Hosting.AspireOllamaSharpExtensions",
        "Microsoft.SemanticKernel.OpenAIKernelBuilderExtensions", "Microsoft.SemanticKernel.OpenAIServiceCollectionExtensions",
        "Microsoft.SemanticKernel.AzureOpenAIKernelBuilderExtensions", "Microsoft.SemanticKernel.AzureOpenAIServiceCollectionExtensions",
        "Microsoft.SemanticKernel.GoogleAIKernelBuilderExtensions", "Microsoft.SemanticKernel.MistralAIKernelBuilderExtensions",
        "OpenAI.Extensions.OpenAIServiceCollectionExtensions", "Betalgo.Ranul.OpenAI.Extensions.OpenAIServiceCollectionExtensions",
    ];

    private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly SourceSigns _governed;

    public ClientRegistrations(Compilation compilation)
    {
        foreach (var name in s_names)
            foreach (var type in compilation.GetTypesByMetadataName(name))
                _types.Add(type);
        _governed = new(compilation, "AddGovernedChatClient", ".Govern(");
    }

    /// <summary>Whether a call registers a client that nothing in the project governs: one that is registered may be taken and governed.</summary>
    public bool IsOne(IMethodSymbol method, CancellationToken cancellation) =>
        method.IsExtensionMethod && _types.Count > 0 && method.Name.StartsWith("Add", StringComparison.Ordinal) && _types.Contains(method.ContainingType) && !_governed.Any(cancellation);
}
