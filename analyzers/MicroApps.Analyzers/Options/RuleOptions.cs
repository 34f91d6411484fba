using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>Reads the options of <c>.editorconfig</c> that begin with <c>microapp.</c>.</summary>
internal static class RuleOptions
{
    public const string Prefix = "microapp.";
    public const string AllowedValues = Prefix + "mapp1001.allowed_values_sha256";
    public const string SecretNameWords = Prefix + "secret_name_words";
    public const string AdditionalHosts = Prefix + "mapp2001.additional_hosts";
    public const string AllowedClientTypes = Prefix + "allowed_client_types";
    public const string SuppressionReason = Prefix + "suppression_reason";

    private static readonly char[] Separators = [',', ';', ' ', '|'];

    /// <summary>Every option there is; what else begins with the prefix is told as unknown.</summary>
    public static IReadOnlyList<string> Known { get; } = [AllowedValues, SecretNameWords, AdditionalHosts, AllowedClientTypes, SuppressionReason];

    /// <summary>The values of an option that holds a list; empty when it is not set.</summary>
    public static IReadOnlyList<string> List(this AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Whether the SHA-256 of a value is among those that the project allows.</summary>
    public static bool Allows(this AnalyzerConfigOptions options, string value)
    {
        var allowed = options.List(AllowedValues);
        if (allowed.Count == 0)
            return false;
        var hash = HashOf(value);
        foreach (var one in allowed)
            if (string.Equals(one, hash, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>The SHA-256 of the UTF-8 form of a value, in hexadecimal.</summary>
    public static string HashOf(string value)
    {
        using var sha = SHA256.Create();
        var text = new StringBuilder(64);
        foreach (var b in sha.ComputeHash(Encoding.UTF8.GetBytes(value)))
            text.Append(b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
