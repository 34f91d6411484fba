namespace MicroApps;

/// <summary>Which kind of server speaks the OpenAI wire format; decides the address, the key's header and a few field names.</summary>
public enum OpenAIFlavour
{
    /// <summary>OpenAI itself: <c>https://api.openai.com/v1</c> unless another endpoint is set; the key goes into <c>Authorization: Bearer</c>.</summary>
    OpenAI,

    /// <summary>Azure OpenAI's version 1 API under <c>/openai/v1</c>; the key goes into <c>api-key</c>, the model is the deployment's name.</summary>
    AzureOpenAI,

    /// <summary>Any other server with OpenAI's Chat Completions API; a key is optional and goes into <c>Authorization: Bearer</c>.</summary>
    Compatible,
}
