using System.Numerics;

namespace MicroApps.Rego;

/// <summary>
/// A binary floating-point number with a mantissa of 64 bits, rounded to nearest, ties to even: what OPA computes with. Zero has a sign; there are no infinities, as
/// the exponent has 64 bits and <see cref="IsInRange"/> is asked before a result becomes a text.
/// </summary>
internal readonly partial struct SoftFloat
{
    private const int Bits = 64;
    private const int MostExponent = 1 << 15;

    /// <summary>0, or with the highest bit set.</summary>
    private readonly ulong _mantissa;
    private readonly long _exponent;

    private SoftFloat(bool isNegative, ulong mantissa, long exponent) => (IsNegative, _mantissa, _exponent) = (isNegative, mantissa, exponent);

    public bool IsNegative { get; }

    public bool IsZero => _mantissa == 0;

    /// <summary>Whether the number is small and fine enough to be written in full: from about 10^-9864 to 10^9864.</summary>
    public bool IsInRange => IsZero || _exponent is > -MostExponent and < MostExponent;

    public bool IsInteger => IsZero || _exponent >= 0 || (_exponent > -Bits && (_mantissa & ((1UL << (int)-_exponent) - 1)) == 0);

    public static SoftFloat From(long value) => Round(value < 0, BigInteger.Abs(value), 0);

    public static SoftFloat Add(SoftFloat x, SoftFloat y)
    {
        if (x.IsZero || y.IsZero)
            return x.IsZero && y.IsZero ? new(x.IsNegative && y.IsNegative, 0, 0) : x.IsZero ? y : x;
        if (x._exponent < y._exponent)
            (x, y) = (y, x);
        // That far below, y is less than a quarter of the last place of x.
        if (x._exponent - y._exponent > 2 * Bits)
            return x;
        var sum = (x.Signed << (int)(x._exponent - y._exponent)) + y.Signed;
        return Round(sum.Sign < 0, BigInteger.Abs(sum), y._exponent);
    }

    public static SoftFloat Subtract(SoftFloat x, SoftFloat y) => Add(x, y.Negate());

    public static SoftFloat Multiply(SoftFloat x, SoftFloat y) =>
        Round(x.IsNegative != y.IsNegative, (BigInteger)x._mantissa * y._mantissa, x._exponent + y._exponent);

    /// <summary>x / y, where y is not 0.</summary>
    public static SoftFloat Divide(SoftFloat x, SoftFloat y) =>
        Divide(x.IsNegative != y.IsNegative, x._mantissa, x._exponent, y._mantissa, y._exponent);

    public SoftFloat Abs() => new(false, _mantissa, _exponent);

    public SoftFloat Negate() => new(!IsNegative, _mantissa, _exponent);

    /// <summary>The whole part of a number in range.</summary>
    public BigInteger Truncate()
    {
        var magnitude = _exponent >= 0 ? (BigInteger)_mantissa << (int)_exponent : _exponent > -Bits ? _mantissa >> (int)-_exponent : BigInteger.Zero;
        return IsNegative ? -magnitude : magnitude;
    }

    private BigInteger Signed => IsNegative ? -(BigInteger)_mantissa : _mantissa;

    private static SoftFloat Divide(bool isNegative, BigInteger x, long xExponent, BigInteger y, long yExponent)
    {
        // Two bits more than the mantissa has, and one that tells whether something is left.
        var shift = Math.Max(0, Bits + 2 + BitLength(y) - BitLength(x));
        var quotient = BigInteger.DivRem(x << shift, y, out var rest);
        return Round(isNegative, (quotient << 1) + (rest.IsZero ? 0 : 1), xExponent - yExponent - shift - 1);
    }

    /// <summary>The number nearest to magnitude × 2^exponent.</summary>
    private static SoftFloat Round(bool isNegative, BigInteger magnitude, long exponent)
    {
        if (magnitude.IsZero)
            return new(isNegative, 0, 0);
        var excess = BitLength(magnitude) - Bits;
        if (excess <= 0)
            return new(isNegative, (ulong)magnitude << -excess, exponent + excess);
        var mantissa = (ulong)(magnitude >> excess);
        var toNearest = (magnitude - ((BigInteger)mantissa << excess)).CompareTo(BigInteger.One << (excess - 1));
        if (toNearest > 0 || (toNearest == 0 && (mantissa & 1) != 0))
        {
            mantissa = unchecked(mantissa + 1);
            if (mantissa == 0)
                (mantissa, excess) = (1UL << (Bits - 1), excess + 1);
        }

        return new(isNegative, mantissa, exponent + excess);
    }

    private static int BitLength(BigInteger magnitude)
    {
        if (magnitude <= ulong.MaxValue)
            return BitLength((ulong)magnitude);
        // The highest byte of a positive number may be there for its sign bit alone.
        var bytes = magnitude.ToByteArray();
        var highest = bytes.Length - 1;
        while (bytes[highest] == 0)
            highest--;
        return (highest * 8) + BitLength(bytes[highest]);
    }

    private static int BitLength(ulong value)
    {
        var length = 0;
        for (var step = 32; step > 0; step >>= 1)
            if (value >> step is var high and not 0)
                (value, length) = (high, length + step);
        return length + (int)value;
    }
}
