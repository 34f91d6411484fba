using System.Buffers;

namespace MicroApps.Detection;

/// <summary>What stands where a secret would, but is none: templates, references, calls, words.</summary>
internal static class SecretShapes
{
    private static readonly SearchValues<string> References = SearchValues.Create(
        ["process.env", "environ", "getenv", "your", "example", "placeholder", "redacted", "changeme", "change_me", "change-me", "xxxx", "****", "....", "••••"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly StringSet Words = new(
        ["password", "passwd", "passphrase", "secret", "string", "null", "none", "true", "false", "required", "hidden", "text", "varchar", "undefined", "empty", "default", "value", "token", "input", "credentials", "username", "optional", "system", "object", "wrong", "invalid", "incorrect", "missing", "weak", "strong", "expired", "blank", "current", "stored", "encrypted", "masked", "unknown", "number", "boolean", "confirm", "forgot", "reset", "postgres", "random", "generated", "unset", "disabled", "enabled", "submit", "update", "change", "login", "signin", "plain", "plaintext", "email", "phone", "form", "field", "never", "always", "visible", "char", "nvarchar"]);

    private static readonly StringSet Hints = new(
        ["enter", "type", "your", "the", "for", "with", "and", "not", "new", "old", "must", "should", "please", "choose", "create", "set", "use", "has", "have", "been", "was", "are", "can", "cannot", "least", "too", "short", "long", "match", "here", "user", "account", "does", "show", "hide", "toggle", "from", "database", "file", "key", "code"]);

    private static readonly SearchValues<char> Identifier = SearchValues.Create(CharSet.Alphanumeric + "_");

    private static readonly SearchValues<char> IdentifierPath = SearchValues.Create(CharSet.Alphanumeric + "_.");

    /// <summary>Whether it is a template such as <c>${…}</c>, a word such as <c>null</c>, or one character again and again.</summary>
    public static bool IsHarmless(ReadOnlySpan<char> value) =>
        value.IsEmpty || Words.Contains(value) || value.IndexOfAny(References) >= 0 || value.IndexOfAnyExcept(value[0]) < 0
        || (value[0] is '$' or '%' or '#' && value.Length > 1 && value[1] is '{' or '(' or '[')
        || (value[0] == '{' && value[^1] == '}') || (value[0] == '<' && value[^1] == '>') || (value[0] == '[' && value[^1] == ']') || (value[0] == '%' && value[^1] == '%')
        || (value[0] == '$' && value.Length > 1 && value[1..].IndexOfAnyExcept(Identifier) < 0);

    /// <summary>Whether it holds at least so many kinds of signs that names, paths and sentences lack.</summary>
    public static bool HasSigns(ReadOnlySpan<char> value, int kinds)
    {
        const string Signs = "!@#$^&*{}[]~+|?";
        foreach (var sign in Signs)
            kinds -= value.Contains(sign) ? 1 : 0;
        return kinds <= 0;
    }

    /// <summary>Whether two to four words in small letters could be a passphrase, and not a hint such as "enter your password".</summary>
    public static bool IsPhrase(ReadOnlySpan<char> value)
    {
        var words = 0;
        for (var rest = value; !rest.IsEmpty; words++)
        {
            var end = rest.IndexOf(' ');
            var word = end < 0 ? rest : rest[..end];
            if (word.Length < 3 || word.IndexOfAnyExceptInRange('a', 'z') >= 0 || Words.Contains(word) || Hints.Contains(word))
                return false;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return words is >= 2 and <= 4;
    }

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
