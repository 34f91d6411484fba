using System.ClientModel.Primitives;

namespace MicroApps;

/// <summary>Puts the key of this moment on every request, in place of the one that the official client holds.</summary>
internal sealed class ApiKeyPolicy(ModelSettings settings) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        SetKey(message.Request.Headers);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        SetKey(message.Request.Headers);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void SetKey(PipelineRequestHeaders headers)
    {
        headers.Remove("Authorization");
        var key = settings.ApiKey()?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            if (settings.Flavour is OpenAIFlavour.Compatible)
                return;
            throw Unusable("gave no key: set it in the app's secret source");
        }

        if (key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw Unusable("gave a key with blanks, line breaks or characters outside ASCII: store the bare key");
        if (settings.Flavour is OpenAIFlavour.AzureOpenAI)
            headers.Set("api-key", key);
        else
            headers.Set("Authorization", $"Bearer {key}");
    }

    private ModelProviderException Unusable(string problem) =>
        new(settings.Provider, $"{nameof(OpenAIModelOptions)}.{nameof(OpenAIModelOptions.ApiKey)} of {settings.Provider} {problem}.");
}
