namespace MicroApps.Detection;

/// <summary>The arithmetic that identifiers share. Digits are ASCII; letters upper case.</summary>
internal static class CheckDigits
{
    private const string Alphabet36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // J. Verhoeff, Error Detecting Decimal Codes, 1969: the dihedral group of order ten and its permutation.
    private static readonly byte[,] Dihedral = MultiplyDihedral();
    private static readonly byte[,] Permutation = Permute([1, 5, 7, 6, 2, 8, 3, 0, 9, 4]);

    public static int Digit(char c) => c - '0';

    /// <summary>The value of a digit or letter: 0 to 35.</summary>
    public static int Value36(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    /// <summary>The sum of digits (or letters, A = 10) times weights.</summary>
    public static int WeightedSum(ReadOnlySpan<char> id, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += Value36(id[i]) * weights[i];
        return sum;
    }

    /// <summary>The number modulo a small number, however long it is; letters count as two digits (A = 10).</summary>
    public static int Modulo(ReadOnlySpan<char> id, int modulus)
    {
        var rest = 0;
        foreach (var c in id)
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + Digit(c)) % modulus : ((rest * 100) + Value36(c)) % modulus;
        return rest;
    }

    /// <summary>ISO/IEC 7064 MOD 11,10: the last digit checks the others.</summary>
    public static bool IsMod11And10(ReadOnlySpan<char> id)
    {
        var product = 10;
        foreach (var c in id[..^1])
        {
            var sum = (Digit(c) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == Digit(id[^1]);
    }

    /// <summary>ISO/IEC 7064 MOD 37,36: the last character checks the others.</summary>
    public static bool IsMod37And36(ReadOnlySpan<char> id)
    {
        var product = 36;
        foreach (var c in id[..^1])
        {
            var sum = (Value36(c) + product) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }

        return Alphabet36[(37 - product) % 36] == id[^1];
    }

    public static bool IsVerhoeff(ReadOnlySpan<char> id)
    {
        var state = 0;
        for (var i = 0; i < id.Length; i++)
            state = Dihedral[state, Permutation[i % 8, Digit(id[id.Length - 1 - i])]];
        return state == 0;
    }

    /// <summary>Whether the digits are all the same.</summary>
    public static bool IsRepdigit(ReadOnlySpan<char> id) => id.IndexOfAnyExcept(id[0]) < 0;

    /// <summary>Whether these are a month and a day of it; the year decides about 29 February only where it is known.</summary>
    public static bool IsDate(int month, int day, int year = 2000) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Math.Max(1, Math.Min(year, 9999)), month);

    /// <summary>Whether one of some letters is in it.</summary>
    public static bool HasAny(ReadOnlySpan<char> id, string letters)
    {
        foreach (var c in id)
            if (letters.Contains(c))
                return true;
        return false;
    }

    /// <summary>Two digits as a number.</summary>
    public static int Two(ReadOnlySpan<char> id, int at) => (Digit(id[at]) * 10) + Digit(id[at + 1]);

    private static byte[,] MultiplyDihedral()
    {
        var table = new byte[10, 10];
        for (var a = 0; a < 10; a++)
            for (var b = 0; b < 10; b++)
                table[a, b] = (byte)(a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b + 10) % 5) : (a - b + 10) % 5);
        return table;
    }

    private static byte[,] Permute(ReadOnlySpan<byte> once)
    {
        var table = new byte[8, 10];
        for (var power = 0; power < 8; power++)
            for (var digit = 0; digit < 10; digit++)
                table[power, digit] = power == 0 ? (byte)digit : once[table[power - 1, digit]];
        return table;
    }
}
