using System.Buffers;

namespace MicroApps.Detection;

/// <summary>What stands where a secret would, but is none: templates, references, calls, words.</summary>
internal static class SecretShapes
{
    private static readonly SearchValues<string> References = SearchValues.Create(
        ["process.env", "environ", "getenv", "your", "example", "placeholder", "redacted", "changeme", "change_me", "change-me", "xxxx", "****", "....", "••••"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly StringSet Words = new(
        ["password", "passwd", "passphrase", "secret", "string", "null", "none", "true", "false", "required", "hidden", "text", "varchar", "undefined", "empty", "default", "value", "token", "input", "credentials", "username", "optional", "system", "object"]);

    private static readonly SearchValues<char> Identifier = SearchValues.Create(CharSet.Alphanumeric + "_");

    private static readonly SearchValues<char> IdentifierPath = SearchValues.Create(CharSet.Alphanumeric + "_.");

    /// <summary>Whether it is a template such as <c>${…}</c>, a word such as <c>null</c>, or one character again and again.</summary>
    public static bool IsHarmless(ReadOnlySpan<char> value) =>
        value.IsEmpty || Words.Contains(value) || value.IndexOfAny(References) >= 0 || value.IndexOfAnyExcept(value[0]) < 0
        || (value[0] is '$' or '%' or '#' && value.Length > 1 && value[1] is '{' or '(' or '[')
        || (value[0] == '{' && value[^1] == '}') || (value[0] == '<' && value[^1] == '>') || (value[0] == '[' && value[^1] == ']') || (value[0] == '%' && value[^1] == '%')
        || (value[0] == '$' && value.Length > 1 && value[1..].IndexOfAnyExcept(Identifier) < 0);

    /// <summary>Whether it reads as code: a call, or a path of names.</summary>
    public static bool IsCall(ReadOnlySpan<char> value)
    {
        var bracket = value.IndexOf('(');
        return (bracket > 0 && value[..bracket].IndexOfAnyExcept(IdentifierPath) < 0 && value[bracket..].Contains(')')) || value.StartsWith("this.") || value.StartsWith("self.");
    }

    /// <summary>Whether it reads as the caption of a field: a capital, then small letters, perhaps a colon.</summary>
    public static bool IsLabel(ReadOnlySpan<char> value) =>
        char.IsUpper(value[0]) && value[1..].TrimEnd(":*.?! ").IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>How many of small letters, capitals, digits and signs it holds.</summary>
    public static int Classes(ReadOnlySpan<char> value)
    {
        var (small, large, digit, sign) = (0, 0, 0, 0);
        foreach (var c in value)
        {
            if (char.IsAsciiLetterLower(c))
                small = 1;
            else if (char.IsAsciiLetterUpper(c))
                large = 1;
            else if (char.IsAsciiDigit(c))
                digit = 1;
            else
                sign = 1;
        }

        return small + large + digit + sign;
    }

    public static bool HasDigit(ReadOnlySpan<char> value) => value.ContainsAnyInRange('0', '9');
}
