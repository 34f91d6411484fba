using System.Text.RegularExpressions;
using MicroApps.Detection;

namespace MicroApps.Evaluation;

/// <summary>The same types as regular expressions, as one would write them: what the engine is compared with.</summary>
internal static class RegexBaseline
{
    private static readonly string[] s_patterns =
    [
        @"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,24}",
        @"\b(?:\d[ -]?){12,18}\d\b",
        @"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
        @"\b\d{3}[- .]\d{2}[- .]\d{4}\b",
        @"(?:\+|\b00)\d{1,3}(?:[ ./()-]{0,3}\d{1,4}){2,6}\b",
        @"\b\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\b",
        @"\b(?:\d{1,3}\.){3}\d{1,3}\b",
        @"(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}",
        @"://[^\s/:@]+:[^\s/@]+@",
        @"\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*",
        @"-----BEGIN [A-Z ]*PRIVATE KEY-----",
        @"\b[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}\b",
        @"\b(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?:bc1|tb1)[0-9a-z]{11,71}|0x[0-9A-Fa-f]{40})\b",
        @"(?i)\b(?:BIC|SWIFT)\W{1,8}[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b",
        @"(?i)\b(?:born|date of birth|dob|birthday|geboren|naissance|nacimiento|nascita)\W{1,8}\d{1,4}[-/. ]\w{1,9}[-/. ]\d{2,4}",
        @"(?i)(?:password|passwd|pwd|passphrase|passcode)[\x22']?\s{0,3}[:=]\s{0,3}[\x22']?[^\s\x22';,]{5,64}",
        @"(?i)(?:api|token|secret|key|access|auth|credential)[\w-]{0,24}[\x22']?\s{0,3}[:=]\s{0,3}[\x22']?[A-Za-z0-9_/+=.-]{12,128}",
        @"(?:NetworkCredential|PSCredential)\(\s*[\x22'][^\x22']+[\x22'],\s*[\x22'][^\x22']+[\x22']",
        .. ApiKeyRegexes.All,
        .. IdRegexes.All,
    ];

    private static readonly Regex[] s_each = [.. s_patterns.Select(p => new Regex(p, RegexOptions.Compiled | RegexOptions.CultureInvariant))];
    private static readonly Regex s_all = new(string.Join('|', s_patterns.Select(p => $"(?:{p})")), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static int OneAfterAnother(string text) => s_each.Sum(r => r.Count(text));

    public static int Alternation(string text) => s_all.Count(text);
}
