namespace MicroApps;

/// <summary>The request field that carries the cap on output tokens; a server ignores the one that it does not know.</summary>
public enum OutputLimitField
{
    /// <summary><c>max_completion_tokens</c>, which counts reasoning tokens too: OpenAI and Azure OpenAI.</summary>
    MaxCompletionTokens,

    /// <summary><c>max_tokens</c>, the older name: what most compatible servers know.</summary>
    MaxTokens,
}
