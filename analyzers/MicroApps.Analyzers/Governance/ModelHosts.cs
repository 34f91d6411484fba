namespace MicroApps.Analyzers;

/// <summary>The public hosts of models. A name stands for itself alone; <c>*</c> stands for any labels, also for a part of one; a path narrows a host that serves other things too.</summary>
internal static class ModelHosts
{
#pragma warning disable MAPP2001 // The table of the rule itself.
    private static readonly Dictionary<string, string> s_hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api.openai.com"] = "OpenAI",
        ["eu.api.openai.com"] = "OpenAI",
        ["us.api.openai.com"] = "OpenAI",
        ["models.inference.ai.azure.com"] = "GitHub Models",
        ["models.github.ai"] = "GitHub Models",
        ["api.githubcopilot.com"] = "GitHub Copilot",
        ["api.anthropic.com"] = "Anthropic",
        ["generativelanguage.googleapis.com"] = "Google",
        ["aiplatform.googleapis.com"] = "Google",
        ["api.mistral.ai"] = "Mistral",
        ["codestral.mistral.ai"] = "Mistral",
        ["api.cohere.com"] = "Cohere",
        ["api.cohere.ai"] = "Cohere",
        ["api.groq.com"] = "Groq",
        ["api.together.xyz"] = "Together",
        ["api.together.ai"] = "Together",
        ["api.deepseek.com"] = "DeepSeek",
        ["api.perplexity.ai"] = "Perplexity",
        ["api.x.ai"] = "xAI",
        ["us-east-1.api.x.ai"] = "xAI",
        ["eu-west-1.api.x.ai"] = "xAI",
        ["api-inference.huggingface.co"] = "Hugging Face",
        ["router.huggingface.co"] = "Hugging Face",
        ["api.fireworks.ai"] = "Fireworks",
        ["api.replicate.com"] = "Replicate",
        ["api.ollama.com"] = "Ollama",
        ["api.cerebras.ai"] = "Cerebras",
        ["api.sambanova.ai"] = "SambaNova",
        ["integrate.api.nvidia.com"] = "NVIDIA",
        ["ai.api.nvidia.com"] = "NVIDIA",
        ["api.deepinfra.com"] = "DeepInfra",
        ["api.novita.ai"] = "Novita",
        ["api.studio.nebius.ai"] = "Nebius",
        ["api.studio.nebius.com"] = "Nebius",
        ["api.tokenfactory.nebius.com"] = "Nebius",
        ["api.moonshot.ai"] = "Moonshot",
        ["api.moonshot.cn"] = "Moonshot",
        ["open.bigmodel.cn"] = "Zhipu",
        ["api.z.ai"] = "Zhipu",
        ["dashscope.aliyuncs.com"] = "Alibaba",
        ["dashscope-intl.aliyuncs.com"] = "Alibaba",
        ["dashscope-us.aliyuncs.com"] = "Alibaba",
        ["api.minimax.io"] = "MiniMax",
        ["api.minimax.chat"] = "MiniMax",
        ["api.minimaxi.com"] = "MiniMax",
        ["api.siliconflow.cn"] = "SiliconFlow",
        ["api.siliconflow.com"] = "SiliconFlow",
        ["qianfan.baidubce.com"] = "Baidu",
        ["aip.baidubce.com"] = "Baidu",
        ["api.hunyuan.cloud.tencent.com"] = "Tencent",
        ["api.ai21.com"] = "AI21",
        ["api.aleph-alpha.com"] = "Aleph Alpha",
        ["api.voyageai.com"] = "Voyage",
        ["api.jina.ai"] = "Jina",
        ["api.stability.ai"] = "Stability",
        ["api.elevenlabs.io"] = "ElevenLabs",
        ["ai-gateway.vercel.sh"] = "Vercel",
        ["gateway.ai.cloudflare.com"] = "Cloudflare",
        ["api.hyperbolic.xyz"] = "Hyperbolic",
        ["api.lambda.ai"] = "Lambda",
        ["api.lambdalabs.com"] = "Lambda",
        ["api.writer.com"] = "Writer",
        ["api.upstage.ai"] = "Upstage",
        ["api.reka.ai"] = "Reka",
        ["api.inceptionlabs.ai"] = "Inception",
        ["api.endpoints.anyscale.com"] = "Anyscale",
        ["inference.baseten.co"] = "Baseten",
        ["api.friendli.ai"] = "Friendli",
        ["api.scaleway.ai"] = "Scaleway",
        ["api.poe.com"] = "Poe",
        ["api.portkey.ai"] = "Portkey",
        ["oai.helicone.ai"] = "Helicone",
        ["api.inference.net"] = "Inference.net",
    };

    private static readonly (string Pattern, string Provider)[] s_wildcards =
    [
        ("*.openai.azure.com", "Azure OpenAI"),
        ("*.openai.azure.us", "Azure OpenAI"),
        ("*.openai.azure.cn", "Azure OpenAI"),
        ("*.services.ai.azure.com", "Azure AI"),
        ("*.inference.ai.azure.com", "Azure AI"),
        ("*.models.ai.azure.com", "Azure AI"),
        ("*.inference.ml.azure.com", "Azure AI"),
        ("*-aiplatform.googleapis.com", "Google"),
        ("bedrock-runtime.*.amazonaws.com", "Amazon Bedrock"),
        ("bedrock-runtime-fips.*.amazonaws.com", "Amazon Bedrock"),
        ("bedrock-agent-runtime.*.amazonaws.com", "Amazon Bedrock"),
        ("bedrock-runtime.*.amazonaws.com.cn", "Amazon Bedrock"),
        ("bedrock-mantle.*.api.aws", "Amazon Bedrock"),
        ("runtime.sagemaker.*.amazonaws.com", "Amazon SageMaker"),
        ("*.endpoints.huggingface.cloud", "Hugging Face"),
        ("*.endpoints.huggingface.tech", "Hugging Face"),
        ("*.ml.cloud.ibm.com", "IBM watsonx"),
        ("ark.*.volces.com", "Volcengine"),
        ("*.api.baseten.co", "Baseten"),
        ("*.endpoints.kepler.ai.cloud.ovh.net", "OVHcloud"),
        ("*.ai.cloud.ovh.net", "OVHcloud"),
    ];

    private static readonly (string Pattern, string Path, string Provider)[] s_paths =
    [
        ("openrouter.ai", "/api/", "OpenRouter"),
        ("ollama.com", "/api", "Ollama"),
        ("ollama.com", "/v1", "Ollama"),
        ("api.cloudflare.com", "/client/v4/accounts/", "Cloudflare"),
        ("chatgpt.com", "/backend-api", "OpenAI"),
        ("*.cognitiveservices.azure.com", "/openai", "Azure OpenAI"),
        ("*.api.cognitive.microsoft.com", "/openai", "Azure OpenAI"),
        ("*.cloud.databricks.com", "/serving-endpoints", "Databricks"),
        ("*.azuredatabricks.net", "/serving-endpoints", "Databricks"),
    ];

#pragma warning restore MAPP2001

    /// <summary>The provider whose models a host serves; null when it serves none, or not at this path.</summary>
    /// <param name="host">A whole host, or its end when it begins with a dot or a hyphen.</param>
    /// <param name="path">What stands behind the host, from its first slash.</param>
    /// <param name="additional">More hosts and patterns, of the project.</param>
    public static string? ProviderOf(string host, string path, IReadOnlyList<string> additional)
    {
        if (s_hosts.TryGetValue(host, out var provider))
            return provider;
        foreach (var (pattern, name) in s_wildcards)
            if (Matches(host, pattern))
                return name;
        foreach (var (pattern, start, name) in s_paths)
            if (path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && Matches(host, pattern) && (name != "Cloudflare" || path.IndexOf("/ai/", StringComparison.Ordinal) > 0))
                return name;
        foreach (var pattern in additional)
            if (Matches(host, pattern))
                return "a model that the project lists";
        return null;
    }

    /// <summary>Whether a name with holes could be one of the hosts.</summary>
    public static bool MayMatch(string name, IReadOnlyList<string> additional)
    {
        foreach (var host in s_hosts.Keys)
            if (HostShape.Overlap(name, 0, host, 0))
                return true;
        foreach (var (pattern, _) in s_wildcards)
            if (HostShape.Overlap(name, 0, pattern, 0))
                return true;
        foreach (var (pattern, _, _) in s_paths)
            if (HostShape.Overlap(name, 0, pattern, 0))
                return true;
        foreach (var pattern in additional)
            if (HostShape.Overlap(name, 0, pattern, 0))
                return true;
        return false;
    }

    private static bool Matches(string host, string pattern)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
            return string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);
        var end = pattern.Length - star - 1;
        return host.Length >= star + end
            && string.Compare(host, 0, pattern, 0, star, StringComparison.OrdinalIgnoreCase) == 0
            && string.Compare(host, host.Length - end, pattern, star + 1, end, StringComparison.OrdinalIgnoreCase) == 0;
    }
}
