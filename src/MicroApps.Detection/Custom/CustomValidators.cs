namespace MicroApps.Detection;

/// <summary>The checks that a custom type can name. Each gets letters (upper case) and digits alone; those of numbers pass over letters.</summary>
internal static class CustomValidators
{
    private static readonly Dictionary<string, IdCheck> s_all = new(StringComparer.Ordinal)
    {
        ["luhn"] = id => OfDigits(Luhn.IsValid, id),
        ["verhoeff"] = id => OfDigits(CheckDigits.IsVerhoeff, id),
        ["mod11-10"] = id => OfDigits(CheckDigits.IsMod11And10, id),
        ["mod37-36"] = CheckDigits.IsMod37And36,
        ["mod97"] = id => CheckDigits.Modulo(id, 97) == 1,
    };

    public static IReadOnlyList<string> Names { get; } = [.. s_all.Keys.Order(StringComparer.Ordinal)];

    public static IdCheck? Find(string name) => s_all.GetValueOrDefault(name);

    /// <summary>Whether the letters and digits of a text pass; false when there are fewer than two of them.</summary>
    public static bool Passes(IdCheck check, ReadOnlySpan<char> text)
    {
        Span<char> id = stackalloc char[CustomType.MaxLength];
        var count = 0;
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c))
                id[count++] = char.ToUpperInvariant(c);
        return count > 1 && check(id[..count]);
    }

    private static bool OfDigits(IdCheck check, ReadOnlySpan<char> id)
    {
        Span<char> digits = stackalloc char[CustomType.MaxLength];
        var count = 0;
        foreach (var c in id)
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
        return count > 1 && check(digits[..count]);
    }
}
