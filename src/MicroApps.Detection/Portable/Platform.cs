using System.Security.Cryptography;

namespace MicroApps.Detection;

/// <summary>Static members that newer platforms have, under their own names.</summary>
internal static class Platform
{
    extension(char)
    {
        public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

        public static bool IsAsciiLetterLower(char c) => c is >= 'a' and <= 'z';

        public static bool IsAsciiLetterUpper(char c) => c is >= 'A' and <= 'Z';

        public static bool IsAsciiLetter(char c) => IsAsciiLetterLower((char)(c | 0x20));

        public static bool IsAsciiLetterOrDigit(char c) => IsAsciiDigit(c) || IsAsciiLetter(c);

        public static bool IsAsciiHexDigit(char c) => IsAsciiDigit(c) || (char)(c | 0x20) is >= 'a' and <= 'f';
    }

    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(object? value, string? name = null)
        {
            if (value is null)
                throw new ArgumentNullException(name);
        }
    }

    extension(ArgumentException)
    {
        public static void ThrowIfNullOrEmpty(string? value, string? name = null)
        {
            if (string.IsNullOrEmpty(value))
                throw new ArgumentException("The value is null or empty.", name);
        }
    }

    extension(ArgumentOutOfRangeException)
    {
        public static void ThrowIfLessThan(int value, int least) => Throw(value, value < least);

        public static void ThrowIfGreaterThan(int value, int most) => Throw(value, value > most);

        public static void ThrowIfGreaterThanOrEqual(int value, int limit) => Throw(value, value >= limit);

        public static void ThrowIfNegative(int value) => Throw(value, value < 0);
    }

    extension(SHA256)
    {
        public static void HashData(ReadOnlySpan<byte> source, Span<byte> hash)
        {
            using var sha = SHA256.Create();
            sha.ComputeHash(source.ToArray()).CopyTo(hash);
        }
    }

    private static void Throw(int value, bool isWrong)
    {
        if (isWrong)
            throw new ArgumentOutOfRangeException(nameof(value), value, "The number is out of its range.");
    }
}
