using System.Globalization;

namespace MicroApps.Rego;

/// <summary>Built-in functions about semantic versions.</summary>
internal static class SemverBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("semver.compare", Compare),
        new("semver.is_valid", (_, a) => RegoValue.From(a[0] is StringValue text && Read(text.Value) is not null)),
    ];

    private static RegoValue? Compare(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryTexts(context, args, out var left, out var right))
            return null;
        if (Read(left) is not { } l)
            return context.Fail($"operand 1: string {GoQuote.Quote(left)} is not a valid SemVer");
        if (Read(right) is not { } r)
            return context.Fail($"operand 2: string {GoQuote.Quote(right)} is not a valid SemVer");
        var order = l.Major.CompareTo(r.Major);
        order = order != 0 ? order : l.Minor.CompareTo(r.Minor);
        order = order != 0 ? order : l.Patch.CompareTo(r.Patch);
        return RegoValue.From(order != 0 ? order : CompareLabels(l.Label, r.Label));
    }

    /// <summary>A version without label is later than one with it; parts that are numbers are before parts that are not.</summary>
    private static int CompareLabels(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return right.Length.CompareTo(0) - left.Length.CompareTo(0);
        var (l, r) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < l.Length && i < r.Length; i++)
        {
            var (isLeft, isRight) = (TryNumber(l[i], out var leftNumber), TryNumber(r[i], out var rightNumber));
            var order = isLeft && isRight ? leftNumber.CompareTo(rightNumber) : isLeft != isRight ? (isLeft ? -1 : 1) : Math.Sign(string.CompareOrdinal(l[i], r[i]));
            if (order != 0)
                return order;
        }

        return l.Length.CompareTo(r.Length);
    }

    private static (long Major, long Minor, long Patch, string Label)? Read(string text)
    {
        var plus = text.IndexOf('+');
        var metadata = plus < 0 ? "" : text.Substring(plus + 1);
        var version = plus < 0 ? text : text.Substring(0, plus);
        var dash = version.IndexOf('-');
        var label = dash < 0 ? "" : version.Substring(dash + 1);
        var numbers = (dash < 0 ? version : version.Substring(0, dash)).Split('.');
        var isValid = numbers.Length == 3 && IsLabel(label) && IsLabel(metadata);
        return isValid && TryNumber(numbers[0], out var major) && TryNumber(numbers[1], out var minor) && TryNumber(numbers[2], out var patch) ? (major, minor, patch, label) : null;
    }

    private static bool TryNumber(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool IsLabel(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isDot = text[i] == '.';
            if (isDot ? i == 0 || i == text.Length - 1 || text[i - 1] == '.' : text[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
                return false;
        }

        return true;
    }
}
