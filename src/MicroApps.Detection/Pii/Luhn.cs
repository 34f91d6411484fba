namespace MicroApps.Detection;

/// <summary>The check digit of ISO/IEC 7812-1, annex B.</summary>
internal static class Luhn
{
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? value : value > 4 ? (2 * value) - 9 : 2 * value;
        }

        return sum % 10 == 0;
    }
}
