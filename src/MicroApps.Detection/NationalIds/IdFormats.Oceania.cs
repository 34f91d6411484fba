using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> Oceania()
    {
        yield return new(Pii("AU_ABN", "ABN"), "99999999999", IsAbn, 0.4, new("abn", "australian business", "business number", "a.b.n", "australian company"));
        yield return new(Pii("AU_ACN", "ACN"), "999999999", IsAcn, Checked, new("acn", "australian company", "company number", "a.c.n", "arbn"));
        var (file, fileWords) = (Pii("AU_TFN", "TFN"), new ContextWords("tfn", "tax file", "t.f.n", "australian tax", "ato"));
        yield return new(file, "999999999", id => !IsRepdigit(id) && WeightedSum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0, 0.32, fileWords);
        yield return new(file, "99999999", id => !IsRepdigit(id) && (WeightedSum(id, [10, 7, 8, 4, 6, 3, 5, 1]) % 11 == 0 || WeightedSum(id, [1, 4, 3, 7, 5, 8, 6, 9]) % 11 == 0), 0.2, fileWords);
        var (medicare, medicareWords) = (Pii("AU_MEDICARE", "MEDICARE"), new ContextWords("medicare", "australian health"));
        yield return new(medicare, "9999999999", IsMedicare, 0.32, medicareWords);
        yield return new(medicare, "99999999999", IsMedicare, 0.2, medicareWords);
        var (passport, passportWords) = (Pii("AU_PASSPORT", "PASSPORT_AU"), new ContextWords("australian passport", "passport australia", "passport"));
        yield return new(passport, "A9999999", id => "NELMDUXC".Contains(id[0]), Shape, passportWords, 0.6);
        yield return new(passport, "AA9999999", id => id[0] is 'P' or 'R', Shape, passportWords, 0.65);

        var (revenue, revenueWords) = (Pii("NZ_IRD", "IRD"), new ContextWords("ird", "inland revenue", "tax number", "new zealand", "nz tax"));
        yield return new(revenue, "999999999", IsIrd, Checked, revenueWords);
        yield return new(revenue, "99999999", IsIrd, 0.25, revenueWords);
        var (health, healthWords) = (Pii("NZ_NHI", "NHI"), new ContextWords("nhi", "national health index", "health index"));
        yield return new(health, "AAA9999", IsNhi, 0.35, healthWords);
        yield return new(health, "AAA99AA", IsNewNhi, Likely, healthWords);
    }

    // Australian Business Register: 1 off the first digit, modulo 89.
    private static bool IsAbn(ReadOnlySpan<char> id) =>
        id[0] != '0' && (WeightedSum(id, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;

    private static bool IsAcn(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && (10 - (WeightedSum(id, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 == Digit(id[8]);

    // Services Australia: card numbers begin with 2 to 6; the ninth digit checks, the tenth counts issues, an eleventh names the person.
    private static bool IsMedicare(ReadOnlySpan<char> id) =>
        id[0] is >= '2' and <= '6' && !IsRepdigit(id) && WeightedSum(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == Digit(id[8]) && id[9] != '0';

    // Inland Revenue: a second set of weights where the first gives ten.
    private static bool IsIrd(ReadOnlySpan<char> id)
    {
        Span<char> full = stackalloc char[9];
        full.Fill('0');
        id.CopyTo(full[(9 - id.Length)..]);
        if (full.SequenceCompareTo("010000000") < 0 || full.SequenceCompareTo("150000000") > 0)
            return false;
        var check = (11 - (WeightedSum(full, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
        if (check == 10)
            check = (11 - (WeightedSum(full, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11;
        return check == Digit(full[8]);
    }

    // HISO 10046: letters without I and O count 1 to 24.
    private static bool IsNhi(ReadOnlySpan<char> id)
    {
        var rest = NhiSum(id) % 11;
        return !HasAny(id, "IO") && rest > 0 && (11 - rest) % 10 == Digit(id[6]);
    }

    private static bool IsNewNhi(ReadOnlySpan<char> id) => !HasAny(id, "IO") && 23 - (NhiSum(id) % 23) == NhiValue(id[6]);

    private static int NhiSum(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < 6; i++)
            sum += NhiValue(id[i]) * (7 - i);
        return sum;
    }

    private static int NhiValue(char c) => char.IsAsciiDigit(c) ? Digit(c) : "ABCDEFGHJKLMNPQRSTUVWXYZ".IndexOf(c, StringComparison.Ordinal) + 1;
}
