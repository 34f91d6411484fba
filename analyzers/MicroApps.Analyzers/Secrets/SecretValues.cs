using System.Buffers;
using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Tells by a value alone whether it may be what a secret name announces.</summary>
internal static class SecretValues
{
    private const int MinPassword = 5, MinWord = 6, MaxPassword = 128, MinKey = 16, MinMaybeKey = 24, MaxKey = 1024, MinChosenKey = 12, GuidLength = 36;

    // Keys that go to the browser of every visitor.
    private static readonly string[] Published = ["pk_live_", "pk_test_", "sb_publishable_"];

    // Bits a character.
    private const double MinEntropy = 3, MinEntropyOfHex = 2.4;

    private static readonly SearchValues<char> NotInSecrets = SearchValues.Create(" \\(),<>{:");

    private static readonly string[] Pictures = ["iVBOR", "/9j/4", "R0lGOD", "PHN2Zy", "UklGR", "AAABAA", "data:"];

    /// <summary>The cheap test that runs over all literals: long enough, and one word.</summary>
    public static bool MayBe(string value) =>
        value.Length is >= MinPassword and <= MaxKey && (value.IndexOf(' ') < 0 || (value.Length <= MaxPassword && IsPhrase(value)));

    /// <summary>Whether it has what words and names lack, so that it is worth asking what a parameter is called.</summary>
    public static bool IsUnlikeAWord(string value) =>
        value.AsSpan().IndexOfAny(NotInSecrets) < 0 && (value.IndexOf('/') < 0 || Base64Shape.IsWithSlash(value)) && (SecretShapes.HasDigit(value.AsSpan()) || SecretShapes.HasSigns(value.AsSpan(), 1)) && SecretShapes.Classes(value.AsSpan()) >= 2;

    /// <summary>Whether the value is what the name announces.</summary>
    public static bool Is(string value, SecretKind kind) => kind switch
    {
        SecretKind.Password => IsPassword(value),
        SecretKind.Key => IsRandom(value, MinKey) || IsChosenKey(value) || IsUnpronounceable(value),
        SecretKind.MaybeKey => IsRandom(value, MinMaybeKey),
        _ => false,
    };

    /// <summary>Whether there is a name that the value would agree with.</summary>
    public static bool IsOfSomeKind(string value) => Is(value, SecretKind.Password) || Is(value, SecretKind.Key) || Is(value, SecretKind.MaybeKey);

    /// <summary>Whether it could be no name in a program, such as that of a field.</summary>
    public static bool IsNoName(string value) => SecretShapes.Classes(value.AsSpan()) >= 2 && (!SecretShapes.IsIdentifier(value.AsSpan()) || IsUnpronounceable(value));

    /// <summary>Whether it stands for a secret that comes later: <c>@password</c>, <c>{0}</c>, <c>%KEY%</c>, or is an identifier.</summary>
    public static bool IsReference(string value) =>
        IsGuid(value) || IsNone(value) || (value[0] is '@' or ':' or '$' && SecretShapes.IsName(value.AsSpan(1))) || value.IndexOf('{') >= 0;

    /// <summary>Whether a value is more than a word that says that nothing is set; behind the lookup of a secret that is enough.</summary>
    public static bool IsFallback(string value, SecretKind kind) =>
        Is(value, kind) || (value.Length >= MinWord && value.IndexOf(' ') < 0 && !IsNone(value) && SecretShapes.HasDigit(value.AsSpan()) && !IsGuid(value));

    private static bool IsPassword(string text)
    {
        var value = text.AsSpan();
        if (value.Length is < MinPassword or > MaxPassword)
            return IsRandom(text, MinKey);
        if (IsNone(text) || SecretShapes.IsLabel(value))
            return false;
        if (text.IndexOf(' ') >= 0)
            return IsPhrase(text);
        var (digit, sign) = (SecretShapes.HasDigit(value), SecretShapes.HasSigns(value, 1));
        if (digit || sign)
            return SecretShapes.Classes(value) >= 2 ? !IsNameWithNumber(text) : value.Length >= MinWord;
        return value.Length >= MinWord && value.IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    // Words in small letters, perhaps with a number behind them.
    private static bool IsPhrase(string text)
    {
        var end = text.Length;
        while (end > 0 && char.IsAsciiDigit(text[end - 1]))
            end--;
        return SecretShapes.IsPhrase(text.AsSpan(0, end < text.Length && end > 0 && text[end - 1] == ' ' ? end - 1 : text.Length));
    }

    // "Passw0rd!" is one, "password_1" and "user.password2" are names of some.
    private static bool IsNameWithNumber(string value) =>
        SecretShapes.IsIdentifier(value.AsSpan()) && SecretNames.Classify(value, []) != SecretKind.None && value.IndexOfAny(['_', '.']) >= 0;

    // What somebody made up for a signing key: "My-5ecret-Signing-Key!".
    private static bool IsChosenKey(string value) =>
        value.Length >= MinChosenKey && value.IndexOf(' ') < 0 && !IsNone(value) && !SecretShapes.IsName(value.AsSpan())
        && SecretShapes.HasDigit(value.AsSpan()) && SecretShapes.HasSigns(value.AsSpan(), 1) && SecretShapes.Classes(value.AsSpan()) >= 3 && Placeholder.Entropy(value.AsSpan()) >= MinEntropy
        && value.IndexOfAny(['/', '\\', '<', '(']) < 0;

    private static bool IsRandom(string text, int shortest)
    {
        var value = text.AsSpan();
        if (value.Length < shortest || value.Length > MaxKey || IsNone(text) || Placeholder.IsOne(value) || IsGuid(text) || IsSorted(text))
            return false;
        var (letters, digits, others) = Count(text);
        if (Base64Shape.IsWithSlash(text))
            return Placeholder.Entropy(value) >= MinEntropy;
        if (others * 8 > value.Length || letters == 0 || digits == 0 || value.IndexOfAny([' ', '<', '(', '\\']) >= 0)
            return letters > 0 && others * 8 <= value.Length && digits == 0 && SecretShapes.Changes(value) * 3 >= value.Length && Placeholder.Entropy(value) >= MinEntropy;
        if (IsHex(text))
            return digits >= 2 && Placeholder.Entropy(value) >= MinEntropyOfHex;
        return Placeholder.Entropy(value) >= MinEntropy && !SecretShapes.IsIdentifier(value) && (SecretShapes.Changes(value) * 3 >= value.Length || (digits >= 3 && SecretShapes.Changes(value) * 4 >= value.Length));
    }

    // Letters of both sizes and digits, and fewer vowels than words have: what chance makes, with few changes between them.
    private static bool IsUnpronounceable(string text)
    {
        var value = text.AsSpan();
        if (value.Length is < MinKey or > MaxKey || !SecretShapes.HasDigit(value) || SecretShapes.Classes(value) != 3 || SecretShapes.Changes(value) * 4 < value.Length)
            return false;
        var (letters, digits, _) = Count(text);
        return letters + digits == value.Length && Vowels(value) * 10 < letters * 3 && Placeholder.Entropy(value) >= MinEntropy && !IsNone(text) && !Placeholder.IsOne(value) && !IsSorted(text);
    }

    private static int Vowels(ReadOnlySpan<char> value)
    {
        var count = 0;
        foreach (var c in value)
            count += c is 'a' or 'e' or 'i' or 'o' or 'u' or 'A' or 'E' or 'I' or 'O' or 'U' ? 1 : 0;
        return count;
    }

    // Templates, references, addresses, paths.
    private static bool IsNone(string text)
    {
        var value = text.AsSpan();
        return SecretShapes.IsHarmless(value) || BeginsAs(text, Pictures) || BeginsAs(text, Published) || SecretShapes.IsCall(value) || SecretShapes.IsNameOfOne(value)
            || text.IndexOf("://", StringComparison.Ordinal) >= 0 || (text[0] == '/' && !Base64Shape.IsWithSlash(text)) || Base64Shape.IsPathOfWords(text) || text.StartsWith("~/", StringComparison.Ordinal)
            || text[0] is '#' or '.' && SecretShapes.IsName(value.Slice(1)) || text[0] is '{' or '<' or '[' || text.IndexOf('\0') >= 0
            || (SecretNames.Classify(text, []) is not SecretKind.None && !SecretShapes.HasDigit(value) && !SecretShapes.HasSigns(value, 1));
    }

    private static bool IsGuid(string value) => value.Length == GuidLength && value[8] == '-' && value[13] == '-' && value[18] == '-' && value[23] == '-';

    private static bool BeginsAs(string value, string[] beginnings)
    {
        foreach (var beginning in beginnings)
            if (value.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        return false;
    }

    // An alphabet: each character is the next of the one before it.
    private static bool IsSorted(string value)
    {
        var next = 0;
        for (var i = 1; i < value.Length; i++)
            next += value[i] == value[i - 1] + 1 ? 1 : 0;
        return next * 2 > value.Length;
    }

    private static bool IsHex(string value) => CharSet.Hex.RunLength(value.AsSpan()) == value.Length;

    private static (int Letters, int Digits, int Others) Count(string value)
    {
        var (letters, digits, others) = (0, 0, 0);
        foreach (var c in value)
        {
            if (char.IsAsciiLetter(c))
                letters++;
            else if (char.IsAsciiDigit(c))
                digits++;
            else if (c is not ('=' or '-' or '_'))
                others++;
        }

        return (letters, digits, others);
    }
}
