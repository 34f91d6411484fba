using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Finds credentials whose format tells what they are: the table of <c>MicroApps.Detection</c>, tokens and private keys.</summary>
internal static class KnownCredentials
{
    /// <summary>The shortest credential of the table.</summary>
    public const int MinLength = 14;

    // An identifier beside the key: it is in addresses and logs.
    private const string Account = "twilio-account";

    // In the middle of the keys that OpenAI gave out first; many providers begin theirs with the same three characters.
    private const string CommonAnchor = "sk-", OpenAIMark = "T3BlbkFJ";

    private const string PemBegin = "-----BEGIN ", PuttyBegin = "PuTTY-User-Key-File-";

    // Asked for only when a key was found.
    private static readonly Lazy<(string Anchor, string Provider)[]> Providers =
        new(() => [.. ApiKeyFormats.All.Select(format => (new KeyPattern(format.Pattern).Anchor.Substring(format.Lead), format.Provider))]);

    /// <summary>The formats of keys: of the table, without that of an account.</summary>
    public static IEnumerable<ApiKeyFormat> Formats => ApiKeyFormats.All.Where(format => format.Id != Account);

    private static readonly TextScanner Scanner = CreateScanner();

    /// <summary>The credentials in a value, from left to right.</summary>
    public static IReadOnlyList<Finding> FindIn(string value) =>
        value.Length >= MinLength && (HoldsPrivateKey(value) || TokenRuns.NextLine(value, 0).Start < value.Length) ? Scanner.Scan(value.AsSpan()) : [];

    /// <summary>Whether a value is a credential of a known format, or holds one.</summary>
    public static bool AreIn(string value) => FindIn(value).Count > 0;

    /// <summary>The credentials in a whole file, from left to right.</summary>
    public static IReadOnlyList<Finding> FindInFile(string text)
    {
        // Private keys go over lines; all others stay in theirs.
        if (HoldsPrivateKey(text))
            return Scanner.Scan(text.AsSpan());
        List<Finding>? found = null;
        for (var (start, end) = TokenRuns.NextLine(text, 0); start < end; (start, end) = TokenRuns.NextLine(text, end))
            foreach (var finding in Scanner.Scan(text.AsSpan(start, end - start)))
                (found ??= []).Add(finding with { Start = finding.Start + start });
        return (IReadOnlyList<Finding>?)found ?? [];
    }

    /// <summary>What a credential is, in words: "key of OpenAI", "private key".</summary>
    public static string Describe(EntityType type, string value)
    {
        if (type == EntityTypes.Jwt)
            return "JSON Web Token";
        if (type == EntityTypes.PrivateKey)
            return "private key";
        if (IsOfManyProviders(value))
            return "key of OpenAI, DeepSeek or another provider";
        return ProviderOf(value) is { } provider ? "key of " + provider : "key";
    }

    /// <summary>Who issues keys that begin like a value; null when its beginning does not tell.</summary>
    public static string? ProviderOf(string value)
    {
        string? best = null;
        var longest = 0;
        foreach (var (anchor, provider) in Providers.Value)
            if (anchor.Length > longest && value.StartsWith(anchor, StringComparison.Ordinal))
                (best, longest) = (provider, anchor.Length);
        return best;
    }

    /// <summary>The value without what makes it one: its first four characters and its length.</summary>
    public static string Mask(string value) =>
        $"{value.Substring(0, Math.Min(4, value.Length / 4))}… ({value.Length} characters)";

    private static bool IsOfManyProviders(string value) =>
        value.StartsWith(CommonAnchor, StringComparison.Ordinal) && value.IndexOf('-', CommonAnchor.Length) < 0 && value.IndexOf(OpenAIMark, StringComparison.Ordinal) < 0;

    private static bool HoldsPrivateKey(string text) =>
        text.IndexOf(PemBegin, StringComparison.Ordinal) >= 0 || text.IndexOf(PuttyBegin, StringComparison.Ordinal) >= 0;

    private static TextScanner CreateScanner()
    {
        var options = new TextScannerOptions();
        options.Types.Clear();
        options.Types.Add(EntityTypes.Jwt);
        options.Types.Add(EntityTypes.PrivateKey);
        foreach (var format in Formats)
            options.Detectors.Add(new ApiKeyDetector(format));
        return new TextScanner(options);
    }
}
