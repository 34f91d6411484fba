using System.Buffers;

namespace MicroApps.Detection;

/// <summary>What stands where a secret would, but is none: templates, references, calls, words.</summary>
internal static class SecretShapes
{
    private static readonly SearchValues<string> References = SearchValues.Create(
        ["process.env", "environ", "getenv", "your", "example", "placeholder", "redacted", "changeme", "change_me", "change-me", "xxxx", "****", "....", "••••"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly StringSet Words = new(
        ["password", "passwd", "passphrase", "secret", "string", "null", "none", "true", "false", "required", "hidden", "text", "varchar", "undefined", "empty", "default", "value", "token", "input", "credentials", "username", "optional", "system", "object", "wrong", "invalid", "incorrect", "missing", "weak", "strong", "expired", "blank", "current", "stored", "encrypted", "masked", "unknown", "number", "boolean", "confirm", "forgot", "reset", "postgres", "random", "generated", "unset", "disabled", "enabled", "submit", "update", "change", "login", "signin", "plain", "plaintext", "email", "phone", "form", "field", "never", "always", "visible", "sample", "char", "nvarchar"]);

    private static readonly StringSet Hints = new(
        ["enter", "type", "your", "the", "for", "with", "and", "not", "new", "old", "must", "should", "please", "choose", "create", "set", "use", "has", "have", "been", "was", "are", "can", "cannot", "least", "too", "short", "long", "match", "here", "user", "account", "does", "show", "hide", "toggle", "from", "database", "file", "key", "code"]);

    private static readonly SearchValues<string> Algorithms = SearchValues.Create(
        ["sha1", "sha-", "sha2", "sha3", "sha5", "md5", "md4", "base64", "base32", "base-64", "hash", "aes", "utf", "crypt", "argon", "pbkdf", "rot13", "char", "digit", "bit", "byte", "letter", "step", "factor", "day", "hex"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Matters = SearchValues.Create(
        ["_age", "Age", "ength", "_last", "Last", "ield", "olicy", "Hint", "_hint", "Reset", "_reset", "File", "_file", "Path", "_path", "Url", "_url", "_min", "_max", "abel", "nabled", "equired", "xpir", "_dir", "anager", "ormat", "ncrypt", "egex", "attern", "Error", "_error", "trength", "ifetime", "_auth", "_AUTH"],
        StringComparison.Ordinal);

    private static readonly SearchValues<char> Identifier = SearchValues.Create(CharSet.Alphanumeric + "_");

    private static readonly SearchValues<char> IdentifierPath = SearchValues.Create(CharSet.Alphanumeric + "_.");

    /// <summary>Whether it is a template such as <c>${…}</c>, a word such as <c>null</c>, or one character again and again.</summary>
    public static bool IsHarmless(ReadOnlySpan<char> value) =>
        value.IsEmpty || Words.Contains(value) || value.IndexOfAny(References) >= 0 || value.IndexOfAnyExcept(value[0]) < 0
        || (value[0] is '$' or '%' or '#' && value.Length > 1 && value[1] is '{' or '(' or '[')
        || value.StartsWith("[^") || value.StartsWith("(?") || value.StartsWith("%s") || value.StartsWith("%d") || (value[0] == '{' && value[^1] == '}') || (value[0] == '<' && value[^1] == '>') || (value[0] == '[' && value[^1] == ']') || (value[0] == '%' && value[^1] == '%')
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
        var bracket = value.IndexOfAny('(', '[');
        return (bracket > 0 && value[..bracket].IndexOfAnyExcept(IdentifierPath) < 0 && value[bracket..].IndexOfAny(')', ']') > 0) || value.StartsWith("this.") || value.StartsWith("self.");
    }

    /// <summary>Whether it is of letters and underscores alone.</summary>
    public static bool IsName(ReadOnlySpan<char> value) => value.IndexOfAnyExcept(Identifier) < 0 && !HasDigit(value);

    /// <summary>Whether it is a name of a password, such as <c>USER_PASSWORD_AUTH</c>, and not one itself.</summary>
    public static bool IsNameOfOne(ReadOnlySpan<char> value) =>
        IsName(value) && value.Contains('_') && value.Contains("password", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether what follows the word in a name makes it the name of something else: <c>password_length</c>, <c>secretId</c>.</summary>
    public static bool IsAboutOne(ReadOnlySpan<char> tail) => tail.Length > 1 && (tail.IndexOfAny(Matters) >= 0 || tail.EndsWith("Id") || tail.EndsWith("_id") || tail.EndsWith("Name") || tail.EndsWith("_name"));

    /// <summary>Whether it reads as the caption of a field: a capital, then small letters, perhaps a colon.</summary>
    public static bool IsLabel(ReadOnlySpan<char> value) =>
        char.IsUpper(value[0]) && value[1..].TrimEnd(":*.?! ").IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>Whether it names an algorithm or a number of characters, as in "SHA256-hashed", "base64-encoded", "8-char".</summary>
    public static bool IsAlgorithm(ReadOnlySpan<char> value) => value.IndexOfAny(Algorithms) >= 0;

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

    /// <summary>How often small letters, capitals and others change. Words have few; chance makes two in three.</summary>
    public static int Changes(ReadOnlySpan<char> value)
    {
        var changes = 0;
        for (var i = 1; i < value.Length; i++)
            changes += char.IsAsciiLetterLower(value[i]) != char.IsAsciiLetterLower(value[i - 1]) || char.IsAsciiLetterUpper(value[i]) != char.IsAsciiLetterUpper(value[i - 1]) ? 1 : 0;
        return changes;
    }

    /// <summary>Whether it reads as a name in a program: <c>X509Certificate2Collection</c>, <c>util_1.base64Encode</c>, <c>AES_256_GCM_SHA384</c>.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> value)
    {
        if (!char.IsAsciiLetter(value[0]) || value.IndexOfAnyExcept(IdentifierPath) >= 0)
            return false;
        if (value.IndexOfAny('_', '.') < 0)
            return value.ContainsAnyInRange('a', 'z') && value.ContainsAnyInRange('A', 'Z') && Changes(value) * 5 < value.Length * 2 && HasFewNumbers(value, 2);
        for (var rest = value; !rest.IsEmpty;)
        {
            var end = rest.IndexOfAny('_', '.');
            if (!IsNamePart(end < 0 ? rest : rest[..end]))
                return false;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return true;
    }

    private static bool IsNamePart(ReadOnlySpan<char> part) => Changes(part) * 2 <= part.Length && HasFewNumbers(part, 1);

    // At most so many, of at most five digits each.
    private static bool HasFewNumbers(ReadOnlySpan<char> value, int most)
    {
        var (numbers, digits) = (0, 0);
        foreach (var c in value)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            numbers += digits == 1 ? 1 : 0;
            if (numbers > most || digits > 5)
                return false;
        }

        return true;
    }

    public static bool HasDigit(ReadOnlySpan<char> value) => value.ContainsAnyInRange('0', '9');
}
