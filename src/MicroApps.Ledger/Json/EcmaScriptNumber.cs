using System.Buffers.Text;
using System.Globalization;

namespace MicroApps.Ledger;

/// <summary>Number::toString of ECMAScript (ECMA-262 §6.1.6.1.20, radix 10), which RFC 8785 §3.2.2.3 prescribes.</summary>
internal static class EcmaScriptNumber
{
    /// <summary>Enough room for every double.</summary>
    internal const int MaxLength = 32;

    /// <summary>Writes a finite double as ASCII and returns the length.</summary>
    internal static int Format(double value, Span<byte> destination)
    {
        if (value == 0)
        {
            destination[0] = (byte)'0';     // also for −0
            return 1;
        }
        // The runtime gives the shortest digits that read back as the same double, as ECMAScript does; only the layout differs.
        Span<byte> text = stackalloc byte[MaxLength];
        Math.Abs(value).TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        Span<byte> buffer = stackalloc byte[MaxLength];
        var digits = Digits(text[..length], buffer, out var point);
        if (value > 0)
            return Layout(digits, point, destination);
        destination[0] = (byte)'-';
        return 1 + Layout(digits, point, destination[1..]);
    }

    /// <summary>Splits <c>12.5E-7</c> into its significant digits and the place of the decimal point relative to their start.</summary>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> text, Span<byte> buffer, out int point)
    {
        var exponent = 0;
        var e = text.IndexOf((byte)'E');
        if (e >= 0)
        {
            exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }
        var dot = text.IndexOf((byte)'.');
        var whole = dot < 0 ? text : text[..dot];
        var fraction = dot < 0 ? [] : text[(dot + 1)..];
        whole.CopyTo(buffer);
        fraction.CopyTo(buffer[whole.Length..]);
        ReadOnlySpan<byte> all = buffer[..(whole.Length + fraction.Length)];
        var significant = all.TrimStart((byte)'0');
        point = whole.Length + exponent - (all.Length - significant.Length);
        return significant.TrimEnd((byte)'0');
    }

    private static int Layout(ReadOnlySpan<byte> digits, int point, Span<byte> to)
    {
        if (point is > 21 or <= -6)
            return Scientific(digits, point - 1, to);
        if (point <= 0)
        {
            "0."u8.CopyTo(to);
            to.Slice(2, -point).Fill((byte)'0');
            digits.CopyTo(to[(2 - point)..]);
            return 2 - point + digits.Length;
        }
        if (digits.Length <= point)
        {
            digits.CopyTo(to);
            to[digits.Length..point].Fill((byte)'0');
            return point;
        }
        digits[..point].CopyTo(to);
        to[point] = (byte)'.';
        digits[point..].CopyTo(to[(point + 1)..]);
        return digits.Length + 1;
    }

    private static int Scientific(ReadOnlySpan<byte> digits, int exponent, Span<byte> to)
    {
        var length = digits.Length == 1 ? 1 : digits.Length + 1;
        to[0] = digits[0];
        if (digits.Length > 1)
        {
            to[1] = (byte)'.';
            digits[1..].CopyTo(to[2..]);
        }
        to[length++] = (byte)'e';
        to[length++] = (byte)(exponent < 0 ? '-' : '+');
        Utf8Formatter.TryFormat(Math.Abs(exponent), to[length..], out var written);
        return length + written;
    }
}
