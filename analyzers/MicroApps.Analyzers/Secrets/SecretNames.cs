namespace MicroApps.Analyzers;

/// <summary>Tells by a name, of a variable, a setting or a header, whether its value is secret.</summary>
internal static class SecretNames
{
    private static readonly HashSet<string> Passwords = new(StringComparer.Ordinal)
    {
        "password", "passwd", "passwort", "kennwort", "passphrase", "passcode", "pwd", "pw", "pass", "pswd", "senha", "motdepasse", "contrasena", "wachtwoord", "userpassword", "dbpassword",
    };

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "secret", "token", "credential", "apikey", "accesskey", "secretkey", "privatekey", "authkey", "authtoken", "accesstoken", "clientsecret", "appsecret", "signingkey", "encryptionkey", "accountkey",
        "sharedkey", "masterkey", "licensekey", "subscriptionkey", "hmackey", "jwtkey", "jwtsecret", "bearertoken", "apitoken", "apisecret", "refreshtoken", "sessiontoken", "securitykey", "cred",
    };

    // "key" is secret behind one of these.
    private static readonly HashSet<string> KeyOwners = new(StringComparer.Ordinal)
    {
        "api", "access", "secret", "private", "auth", "authentication", "signing", "sign", "encryption", "encrypt", "account", "shared", "master", "license", "licence", "subscription", "hmac", "jwt", "security", "storage", "admin",
        "app", "application", "client", "service", "server", "function", "functions", "host", "azure", "aws", "openai", "ai", "anthropic", "mistral", "cohere", "groq", "gemini", "google", "claude", "llm", "gpt", "search",
        "cognitive", "speech", "vision", "translator", "maps", "webhook", "deployment", "production", "prod", "live", "symmetric", "crypto", "cryptographic", "aes", "des", "rsa", "ssh", "stripe", "twilio", "mailgun", "pinecone", "deepseek",
        "huggingface", "ollama", "together", "replicate", "cosmos", "servicebus", "bot", "weather", "provider", "model", "vendor", "my", "our", "the", "sas", "http", "x", "ocp", "apim", "integration", "payment", "bearer", "project",
    };

    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal) { "key", "auth", "authorization", "bearer", "jwt", "pat", "sas", "apitokens", "signature", "sig" };

    // What makes another thing of the secret when it stands before: "maxTokens", "publicKey".
    private static readonly HashSet<string> HarmlessBefore = new(StringComparer.Ordinal)
    {
        "hash", "hashed", "encrypted", "max", "maximum", "min", "minimum", "reset", "change", "changed", "forgot", "forgotten", "expired", "public", "cache", "cached", "partition", "sort", "foreign", "continuation", "cancellation", "paging", "page", "next", "delta",
        "csrf", "xsrf", "antiforgery", "idempotency", "mask", "masked", "redacted", "stop", "special", "tracking", "correlation", "placeholder", "display", "invalid", "wrong", "missing", "regex", "event", "index", "sha", "usage", "tokenizer", "separator", "delimiter",
        "publishable", "validate", "require", "requires", "required", "error", "is", "has", "show", "hide", "no", "empty", "count", "translation", "resource", "route", "primary", "object", "names",
    };

    // What makes another thing of it when it stands behind: "passwordPolicy", "tokenEndpoint".
    private static readonly HashSet<string> HarmlessBehind = new(StringComparer.Ordinal)
    {
        "name", "names", "header", "headers", "type", "types", "hash", "hashed", "hashes", "count", "counts", "max", "maximum", "min", "minimum", "pattern", "patterns", "policy", "policies", "path", "paths", "file", "filename", "field", "fields", "label", "labels", "hint",
        "prompt", "prefix", "suffix", "length", "size", "limit", "limits", "id", "ids", "identifier", "uri", "url", "urls", "endpoint", "regex", "format", "column", "table", "parameter", "param", "property", "section", "setting", "settings", "title", "text",
        "message", "messages", "error", "errors", "description", "question", "page", "view", "template", "placeholder", "expired", "reset", "change", "changed", "forgot", "forgotten", "public", "cache", "cached", "partition", "sort", "foreign", "object", "resource", "event",
        "culture", "color", "icon", "css", "class", "scheme", "kind", "version", "algorithm", "issuer", "audience", "scope", "scopes", "claim", "claims", "grant", "expiry", "expires", "expiration", "lifetime", "ttl", "permission", "role", "route", "option", "options", "flag",
        "index", "etag", "checksum", "digest", "fingerprint", "thumbprint", "commit", "sha", "integrity", "correlation", "tracking", "continuation", "cancellation", "paging", "next", "delta", "csrf", "xsrf", "antiforgery", "idempotency", "usage", "budget", "cost", "price",
        "mask", "masked", "redacted", "input", "output", "variable", "env", "environment", "config", "configuration", "selector", "tooltip", "caption", "validator", "validation", "rule", "rules", "strength", "requirement", "requirements", "separator", "delimiter", "encrypted", "arn", "button", "link",
        "char", "chars", "alphabet", "charset", "display", "help", "info", "store", "vault", "manager", "method", "action", "command", "topic", "queue", "group", "category", "tag", "tags", "word", "words", "tokenizer", "stop", "special",
    };

    /// <summary>What a name says of its value; <paramref name="more"/> are words that mean a key in this project.</summary>
    public static SecretKind Classify(string name, IReadOnlyList<string> more)
    {
        var words = NameWords.Of(LastOfPath(name));
        if (words.Count == 0)
            return SecretKind.None;
        var (kind, last) = (SecretKind.None, -1);
        for (var i = 0; i < words.Count; i++)
            if (Classify(words, i, more) is var one && one != SecretKind.None)
                (kind, last) = (one > kind ? one : kind, i);
        for (var i = 0; i < words.Count && last >= 0; i++)
            if (i < last ? HarmlessBefore.Contains(words[i]) : i > last && HarmlessBehind.Contains(words[i]))
                return SecretKind.None;
        return kind;
    }

    private static SecretKind Classify(List<string> words, int i, IReadOnlyList<string> more)
    {
        var word = words[i];
        if (Passwords.Contains(word))
            return word is not ("pass" or "pw") || i == words.Count - 1 ? SecretKind.Password : SecretKind.None;
        if (Keys.Contains(word))
            return SecretKind.Key;
        foreach (var one in more)
            if (string.Equals(one, word, StringComparison.OrdinalIgnoreCase))
                return SecretKind.Key;
        if (word == "key" && i > 0 && KeyOwners.Contains(words[i - 1]))
            return SecretKind.Key;
        // "siteKey" stands in the page that shows the captcha; "siteSecret" does not.
        if (word == "key" && i > 0 && words[i - 1] == "site")
            return SecretKind.None;
        return Weak.Contains(word) && i == words.Count - 1 ? SecretKind.MaybeKey : SecretKind.None;
    }

    // "Settings:OpenAI:ApiKey", "Smtp__Password"; of "OpenAI:Key" both.
    private static string LastOfPath(string name)
    {
        var end = LastSeparator(name, name.Length);
        if (end >= 0 && name.Length - end <= 4)
            end = LastSeparator(name, end);
        return end < 0 ? name : name.Substring(end + 1);
    }

    private static int LastSeparator(string name, int before) =>
        before <= 0 ? -1 : Math.Max(name.LastIndexOf(':', before - 1), name.LastIndexOf("__", before - 1, StringComparison.Ordinal) is var i && i >= 0 ? i + 1 : -1);
}
