using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>The clients of model providers that a compilation knows: what they send, nobody governs.</summary>
internal sealed class ClientTypes
{
    private static readonly string[] s_names =
    [
        "OpenAI.OpenAIClient", "OpenAI.Chat.ChatClient", "OpenAI.Embeddings.EmbeddingClient", "OpenAI.Images.ImageClient", "OpenAI.Audio.AudioClient",
        "OpenAI.Responses.OpenAIResponseClient", "OpenAI.Responses.ResponsesClient", "OpenAI.Responses.ResponseClient", "OpenAI.Assistants.AssistantClient",
        "OpenAI.Realtime.RealtimeClient", "OpenAI.Realtime.RealtimeConversationClient", "OpenAI.Moderations.ModerationClient", "OpenAI.Conversations.ConversationClient",
        "OpenAI.Batch.BatchClient", "OpenAI.Files.OpenAIFileClient", "OpenAI.FineTuning.FineTuningClient", "OpenAI.VectorStores.VectorStoreClient", "OpenAI.Videos.VideoClient",
        "Azure.AI.OpenAI.AzureOpenAIClient", "Azure.AI.OpenAI.OpenAIClient",
        "Azure.AI.Inference.ChatCompletionsClient", "Azure.AI.Inference.EmbeddingsClient", "Azure.AI.Inference.ImageEmbeddingsClient",
        "Azure.AI.Projects.AIProjectClient", "Azure.AI.Agents.Persistent.PersistentAgentsClient",
        "Anthropic.AnthropicClient", "Anthropic.SDK.AnthropicClient", "Anthropic.Client", "Claudia.Anthropic",
        "OllamaSharp.OllamaApiClient", "OllamaSharp.Chat", "Ollama.OllamaApiClient", "Microsoft.Extensions.AI.OllamaChatClient", "Microsoft.Extensions.AI.OllamaEmbeddingGenerator",
        "Google.GenAI.Client", "Google.Cloud.AIPlatform.V1.PredictionServiceClient", "Google.Cloud.AIPlatform.V1.PredictionServiceClientBuilder", "Google.Cloud.AIPlatform.V1Beta1.PredictionServiceClientBuilder",
        "Google.Cloud.VertexAI.Extensions.VertexAIChatClient", "Mscc.GenerativeAI.GoogleAI", "Mscc.GenerativeAI.GenerativeModel", "Mscc.GenerativeAI.VertexAI",
        "GenerativeAI.GoogleAi", "GenerativeAI.GenerativeModel", "GenerativeAI.VertexAI", "GenerativeAI.Microsoft.GenerativeAIChatClient",
        "Mistral.SDK.MistralClient", "MistralAI.MistralClient", "Mistral.MistralClient", "Cohere.CohereClient", "Cohere.CohereApi", "CohereSDK.CohereClient",
        "GroqSharp.GroqClient", "Groq.GroqClient", "GroqApiLibrary.GroqApiClient", "Together.TogetherClient", "Together.TogetherAIClient",
        "DeepSeek.Core.DeepSeekClient", "DeepSeek.DeepSeekClient", "Perplexity.PerplexityClient", "HuggingFace.HuggingFaceApi", "HuggingFace.HuggingFaceClient",
        "Replicate.ReplicateClient", "Replicate.ReplicateApi", "OpenRouter.OpenRouterClient", "xAI.XAIClient",
        "Amazon.BedrockRuntime.AmazonBedrockRuntimeClient", "Amazon.BedrockAgentRuntime.AmazonBedrockAgentRuntimeClient",
        "Betalgo.Ranul.OpenAI.Managers.OpenAIService", "OpenAI.Managers.OpenAIService", "OpenAI_API.OpenAIAPI", "OpenAI.OpenAiApi", "tryAGI.OpenAI.OpenAiApi",
        "Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService", "Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIChatCompletionService",
        "Microsoft.SemanticKernel.Connectors.OpenAI.OpenAITextEmbeddingGenerationService", "Microsoft.SemanticKernel.Connectors.Google.GoogleAIGeminiChatCompletionService",
        "Microsoft.SemanticKernel.Connectors.MistralAI.MistralAIChatCompletionService", "Microsoft.SemanticKernel.Connectors.Ollama.OllamaChatCompletionService",
        "Microsoft.SemanticKernel.Connectors.HuggingFace.HuggingFaceChatCompletionService", "Microsoft.SemanticKernel.Connectors.Amazon.BedrockChatCompletionService",
        "LangChain.Providers.OpenAI.OpenAiProvider", "LangChain.Providers.Anthropic.AnthropicProvider",
        "MicroApps.OpenAIChatClient", "MicroApps.OpenAIEmbeddingGenerator",
    ];

    private readonly HashSet<ITypeSymbol> _types;

    private ClientTypes(HashSet<ITypeSymbol> types) => _types = types;

    /// <summary>Those that are referenced; null when none is.</summary>
    public static ClientTypes? In(Compilation compilation)
    {
        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var name in s_names)
            if (TypeAt(compilation.GlobalNamespace, name) is { } type)
                types.Add(type);
        return types.Count > 0 ? new(types) : null;
    }

    /// <summary>The client that a type is or derives from.</summary>
    public ITypeSymbol? Find(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (_types.Contains(type.OriginalDefinition))
                return type;
        return null;
    }

    // By way of the namespaces: most are not there, and asking every assembly for every name takes longer than all else of the rule.
    private static INamedTypeSymbol? TypeAt(INamespaceSymbol place, string name)
    {
        for (var start = 0; ;)
        {
            var dot = name.IndexOf('.', start);
            if (dot < 0)
                return place.GetTypeMembers(name.Substring(start), 0) is [var type, ..] ? type : null;
            if (NamespaceIn(place, name.Substring(start, dot - start)) is not { } inner)
                return null;
            (place, start) = (inner, dot + 1);
        }
    }

    private static INamespaceSymbol? NamespaceIn(INamespaceSymbol place, string name)
    {
        foreach (var member in place.GetMembers(name))
            if (member is INamespaceSymbol inner)
                return inner;
        return null;
    }
}
