namespace MicroApps.Rego;

/// <summary>Formats of texts; one that is unknown fits every text.</summary>
internal static class SchemaFormats
{
    private const string Clock = @"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.,][0-9]+)?", Zone = @"(?:Z|[+-](?:[01][0-9]|2[0-4]):[0-5][0-9])";
    private const string Label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?", Pointer = "(?:/(?:[^~/]|~0|~1)*)*";
    private const string Atom = @"[^\x00-\x20\x7f()<>\[\]:;@\\,.""]+";

    private static readonly RegexProgram Date = Program("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    private static readonly RegexProgram Time = Program($"^{Clock}{Zone}?$");
    private static readonly RegexProgram DateTime = Program($"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{Clock}{Zone}$");
    private static readonly RegexProgram HostName = Program($@"^{Label}(?:\.{Label})*$");
    private static readonly RegexProgram Uuid = Program("^(?i)[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$");
    private static readonly RegexProgram JsonPointer = Program($"^{Pointer}$");
    private static readonly RegexProgram RelativePointer = Program($"^(?:0|[1-9][0-9]*)(?:#|{Pointer})$");
    private static readonly RegexProgram Braces = Program("^(?:[^{]*(?:\\{[^}]*\\})?)*$");
    private static readonly RegexProgram Scheme = Program("^[a-zA-Z][a-zA-Z0-9+.-]*:");

    // Control characters, escapes that are none, a first part with a colon that is no scheme, hosts with what no host has.
    private static readonly RegexProgram NoReference = Program(@"[\x00-\x1f\x7f\\]|%(?:[^0-9a-fA-F]|[0-9a-fA-F](?:[^0-9a-fA-F]|$)|$)|^:|^[^a-zA-Z/?#][^/?#]*:|^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//[^/?#]*[ <>^`{|}""]");
    private static readonly RegexProgram Email = Program($@"^(?:[^<>@]*<)?\s*(?:{Atom}(?:\.{Atom})*|""(?:[^""\\]|\\.)*"")@(?:{Atom}(?:\.{Atom})*|\[[^\[\]\\]*\])\s*>?$");

    public static bool Matches(string format, string text) => format switch
    {
        "date" => IsDate(text),
        "time" => Time.IsMatch(text),
        "date-time" => Time.IsMatch(text) || IsDate(text) || (DateTime.IsMatch(text) && IsDay(text.Substring(0, 10))),
        "hostname" => text.Length < 256 && HostName.IsMatch(text),
        "email" or "idn-email" => Email.IsMatch(text) && (text[text.Length - 1] == '>') == Has(text, '<'),
        "ipv4" => Has(text, '.') && IpParser.TryParse(text, out _, out _),
        "ipv6" => Has(text, ':') && IpParser.TryParse(text, out _, out _),
        "uri" or "iri" => Scheme.IsMatch(text) && !NoReference.IsMatch(text),
        "uri-reference" or "iri-reference" => !NoReference.IsMatch(text),
        "uri-template" => !NoReference.IsMatch(text) && Braces.IsMatch(text),
        "uuid" => Uuid.IsMatch(text),
        "regex" => RegexProgram.Compile(text, out _) is not null,
        "json-pointer" => JsonPointer.IsMatch(text),
        "relative-json-pointer" => RelativePointer.IsMatch(text),
        _ => true,
    };

    private static bool Has(string text, char c) => text.AsSpan().IndexOf(c) >= 0;

    private static bool IsDate(string text) => Date.IsMatch(text) && IsDay(text);

    // Year 0 has no calendar here, but its days are those of a leap year.
    private static bool IsDay(string text) =>
        Digits(text, 5, 2) is >= 1 and <= 12 and var month && Digits(text, 8, 2) is >= 1 and var day
        && day <= System.DateTime.DaysInMonth((Digits(text, 0, 4) % 400) + 400, month);

    private static int Digits(string text, int start, int count)
    {
        var value = 0;
        for (var i = start; i < start + count; i++)
            value = (value * 10) + text[i] - '0';
        return value;
    }

    private static RegexProgram Program(string pattern) =>
        RegexProgram.Compile(pattern, out var error) ?? throw new InvalidOperationException(error);
}
