using System.Globalization;

namespace MicroApps;

/// <summary>Reads numbers and dates as people write them.</summary>
internal static class SandboxNumbers
{
    /// <summary>The number in "1.234,50 €", "1,234.50" or "-3"; null when there is none.</summary>
    public static double? Parse(string text)
    {
        Span<char> digits = stackalloc char[40];
        var length = 0;
        var separator = text.AsSpan().LastIndexOfAny('.', ',');
        var trailing = separator < 0 ? 0 : CountDigits(text.AsSpan(separator + 1));
        var isDecimal = trailing > 0 && (trailing != 3 || text.AsSpan(0, separator).Trim("$€£¥ -").SequenceEqual("0"));
        for (var i = 0; i < text.Length && length < digits.Length - 1; i++)
        {
            if (char.IsAsciiDigit(text[i]) || (text[i] == '-' && length == 0))
                digits[length++] = text[i];
            else if (i == separator && isDecimal)
                digits[length++] = '.';
        }
        return double.TryParse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The number meant by a property, from its sentence or its label; null when nothing tells.</summary>
    public static double? Find(SandboxField field, SandboxSource source, bool isInteger)
    {
        if (SandboxValues.Labelled(field, source) is { } labelled && Parse(labelled) is { } told)
            return told;
        var numbers = source.Entities.Where(entity => entity.Kind == SandboxKind.Number || (!isInteger && entity.Kind is SandboxKind.Money or SandboxKind.Percent)).ToList();
        if (numbers.Count > 0 && Places(field, source.Text) is { Count: > 0 } places)
            return Parse(numbers.MinBy(number => places.Min(place => Distance(place, number))).Text);
        if (field.Kind is SandboxKind.Money or SandboxKind.Percent && source.Next(entity => entity.Kind == field.Kind) is { } amount)
            return Parse(amount);
        if (source.ForTool)
            return (source.Next(entity => entity.Kind is SandboxKind.Number or SandboxKind.Money) ?? Id(field, source)) is { } next ? Parse(next) : Word(source.Text);
        return source.IsSegment && numbers.Count > 0 ? Parse(numbers[0].Text) : null;
    }

    /// <summary>The date in <paramref name="text"/> as yyyy-MM-dd; null when it names no full date.</summary>
    public static string? IsoDate(string text)
    {
        var parts = SandboxWords.Split(text).Select(word => word.TrimEnd('s', 't', 'h', 'r', 'd', 'n', 'º')).ToList();
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).Where(n => n >= 0).ToList();
        var month = SandboxWords.Split(text).Select(word => SandboxLexicon.Months.GetValueOrDefault(SandboxWords.Fold(word))).FirstOrDefault(n => n > 0);
        var (year, day) = (0, 0);
        if (month > 0 && numbers.Count == 2)
            (day, year) = (numbers[0], numbers[1]);
        else if (numbers.Count == 3)
            (year, month, day) = numbers[0] > 31 ? (numbers[0], numbers[1], numbers[2]) : numbers[1] > 12 ? (numbers[2], numbers[0], numbers[1]) : (numbers[2], numbers[1], numbers[0]);
        if (year < 100)
            year += 2000;
        return numbers.Count >= 2 && month is >= 1 and <= 12 && year <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}") : null;
    }

    private static string? Id(SandboxField field, SandboxSource source) =>
        field.Kind == SandboxKind.Id ? source.Next(entity => entity.Kind == SandboxKind.Id) : null;

    private static double? Word(string text) =>
        SandboxWords.Split(text).Select(word => SandboxWords.Fold(word)).Where(word => word.Length > 2 && SandboxLexicon.Numbers.ContainsKey(word)).Select(word => (double?)SandboxLexicon.Numbers[word]).FirstOrDefault();

    private static List<int> Places(SandboxField field, string text) =>
        [.. SandboxWords.Spans(text).Where(span => SandboxWords.Term(text.Substring(span.Start, span.Length)) is { } term && field.NameTerms.Contains(term)).Select(span => span.Start).Take(20)];

    private static int Distance(int place, SandboxEntity number) => Math.Abs(number.Start - place);

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
            count++;
        return count;
    }
}
