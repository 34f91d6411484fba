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
        var (root, isThere) = ("", false);
        foreach (var name in s_names)
        {
            // Most makers are not referenced at all: one question for each of them, instead of one for each type and assembly.
            if (root.Length == 0 || !name.StartsWith(root, StringComparison.Ordinal))
            {
                root = name.Substring(0, name.IndexOf('.') + 1);
                isThere = compilation.GlobalNamespace.GetMembers(root.Substring(0, root.Length - 1)).Any();
            }

            if (isThere && compilation.GetTypeByMetadataName(name) is { } type)
                types.Add(type);
        }

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
}
