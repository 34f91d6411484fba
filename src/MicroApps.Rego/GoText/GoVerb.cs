using System.Globalization;
using System.Numerics;
using System.Text;

namespace MicroApps.Rego;

/// <summary>One argument of a format by one verb.</summary>
internal static class GoVerb
{
    private const string IntegerVerbs = "vdboOxXcqU", RealVerbs = "vbgGxXfFeE", BigVerbs = "vdboOxXs", TextVerbs = "vsxXq", OtherVerbs = "vs";

    public static void Write(BoundedText result, GoArgument argument, string verb, GoFlags flags)
    {
        var v = verb[0];
        if (v is 'v' or 'w')
            (flags.SharpV, flags.Sharp, flags.PlusV, flags.Plus) = (flags.Sharp, false, flags.Plus, false);
        if (v == 'T')
            WriteText(result, argument.Type, 's', flags);
        else if (verb.Length > 1 || VerbsOf(argument).IndexOf(v) < 0)
            WriteBad(result, argument, verb, flags);
        else
            WriteGood(result, argument, v, flags);
    }

    private static void WriteGood(BoundedText result, GoArgument argument, char verb, GoFlags flags)
    {
        if (argument.Type == "int")
            WriteInteger(result, argument.Integer, verb, flags);
        else if (argument.Type == "float64")
            WriteReal(result, argument.Real, verb, flags);
        else if (argument.Type == "*big.Int")
            WriteBig(result, argument, verb, flags);
        else
            WriteText(result, argument.String, verb, flags);
    }

    private static string VerbsOf(GoArgument argument) => argument.Type switch
    {
        "int" => IntegerVerbs,
        "float64" => RealVerbs,
        "*big.Int" => BigVerbs,
        "string" or "json.Number" => TextVerbs,
        "bool" => "vt",
        "<nil>" => "v",
        _ => OtherVerbs,
    };

    /// <summary>What is written for a verb that the argument does not have; the flags stay those of the verb.</summary>
    private static void WriteBad(BoundedText result, GoArgument argument, string verb, GoFlags flags)
    {
        var isBig = argument.Type == "*big.Int";
        result.Append("%!").Append(verb).Append('(');
        if (argument.Type == "<nil>")
        {
            result.Append("<nil>)");
            return;
        }

        result.Append(isBig ? "big.Int" : argument.Type).Append('=');
        if (isBig)
            result.Append(argument.String);
        else
            WriteGood(result, argument, 'v', flags);
        result.Append(')');
    }

    private static void WriteText(BoundedText result, string text, char verb, GoFlags flags)
    {
        if (verb is 'x' or 'X')
        {
            flags.Pad(result, HexOf(text, verb, flags));
            return;
        }

        if (flags.Precision is { } most)
            text = text.Substring(0, Runes.Skip(text, 0, most));
        if (verb == 'q' || flags.SharpV)
            text = flags.Sharp && GoQuote.CanBackquote(text) ? $"`{text}`" : GoQuote.Quote(text, flags.Plus);
        flags.Pad(result, text);
    }

    private static string HexOf(string text, char verb, GoFlags flags)
    {
        var bytes = GoUtf8.GetBytes(text);
        var count = Math.Min(flags.Precision ?? bytes.Length, bytes.Length);
        var prefix = flags.Sharp ? verb == 'x' ? "0x" : "0X" : "";
        var hex = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            Budget.Pass(i);
            hex.Append(i > 0 && flags.Space ? " " : "").Append(i == 0 || flags.Space ? prefix : "")
                .Append(bytes[i].ToString(verb == 'x' ? "x2" : "X2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    private static void WriteInteger(BoundedText result, long value, char verb, GoFlags flags)
    {
        if (verb == 'c')
            flags.Pad(result, Runes.ToText(value));
        else if (verb == 'q')
            flags.Pad(result, GoQuote.Quote(Runes.ToText(value), flags.Plus, '\''));
        else if (verb == 'U')
            WriteUnicode(result, value, flags);
        else
            WriteDigits(result, value, verb, flags);
    }

    private static void WriteUnicode(BoundedText result, long value, GoFlags flags)
    {
        var digits = unchecked((ulong)value).ToString("X4", CultureInfo.InvariantCulture).PadLeft(flags.Precision ?? 0, '0');
        var shown = flags.Sharp && value is >= 0 and <= 0x10FFFF && GoQuote.IsPrintable((int)value) ? $" '{Runes.ToText(value)}'" : "";
        flags.Pad(result, "U+" + digits + shown, isZeroAllowed: false);
    }

    private static void WriteDigits(BoundedText result, long value, char verb, GoFlags flags)
    {
        if (flags.Precision == 0 && value == 0)
        {
            result.Append(' ', flags.Width ?? 0);
            return;
        }

        var isNegative = value < 0;
        var magnitude = isNegative ? unchecked((ulong)-value) : (ulong)value;
        var sign = isNegative ? "-" : flags.Plus ? "+" : flags.Space ? " " : "";
        var least = flags.Precision ?? (flags.FillsWithZeros ? flags.Width!.Value - sign.Length : 0);
        var digits = GoRadix.ToText(magnitude, verb).PadLeft(Math.Max(least, 0), '0');
        flags.Pad(result, sign + GoRadix.Prefix(digits, verb, flags.Sharp, verb == 'O') + digits, isZeroAllowed: false);
    }

    private static void WriteBig(BoundedText result, GoArgument argument, char verb, GoFlags flags)
    {
        var value = verb is 'v' or 'd' or 's' ? argument.String.TrimStart('-') : GoRadix.ToText(BigInteger.Abs(argument.ToBigInteger()), verb);
        var sign = argument.String[0] == '-' ? "-" : flags.Plus || flags.PlusV ? "+" : flags.Space ? " " : "";
        var prefix = verb == 'o' && flags.Sharp ? "0" : GoRadix.Prefix("", verb, flags.Sharp && verb != 'o', verb == 'O');
        var digits = value.PadLeft(flags.Precision ?? 0, '0');
        // Zeros between sign and digits, unless the precision already told how many.
        if (flags.FillsWithZeros && flags.Precision is null)
            digits = digits.PadLeft(Math.Max(flags.Width!.Value - sign.Length - prefix.Length, 0), '0');
        flags.Pad(result, sign + prefix + digits, isZeroAllowed: false);
    }

    private static void WriteReal(BoundedText result, double value, char verb, GoFlags flags)
    {
        var format = verb switch { 'v' => 'g', 'F' => 'f', _ => verb };
        var precision = flags.Precision ?? (verb is 'f' or 'F' or 'e' or 'E' ? 6 : -1);
        var text = GoFloat.Format(value, format, precision);
        var sign = text[0] == '-' ? '-' : flags.Space && !flags.Plus ? ' ' : '+';
        text = text[0] == '-' ? text.Substring(1) : text;
        if (flags.Sharp && verb != 'b')
            text = GoFloat.WithPoint(text, format, flags.Precision ?? -1);
        if (sign == '+' && !flags.Plus)
        {
            flags.Pad(result, text);
            return;
        }

        if (flags.FillsWithZeros && flags.Width > text.Length + 1)
            text = text.PadLeft(flags.Width.Value - 1, '0');
        flags.Pad(result, sign + text);
    }
}
