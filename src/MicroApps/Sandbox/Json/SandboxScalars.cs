using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroApps;

/// <summary>Fills the leaves of a schema: text, numbers, flags, choices; always within their bounds.</summary>
internal static class SandboxScalars
{
    /// <summary>A text that is found and fits, else the smallest that fits.</summary>
    public static SandboxSchema.Filled Text(SandboxShape shape, SandboxField field, SandboxSource source)
    {
        var found = SandboxFormats.Find(shape, field, source) ?? SandboxValues.Text(field, source);
        var fitted = found is null ? null : SandboxFormats.Fit(shape, found, source);
        return new(fitted ?? SandboxFormats.Smallest(shape), fitted is not null);
    }

    /// <summary>A number that is found, moved into its bounds.</summary>
    public static SandboxSchema.Filled Number(SandboxShape shape, SandboxField field, SandboxSource source)
    {
        var number = SandboxNumbers.Find(field, source, shape.Type == "integer");
        return new(Fit(shape, number), number is not null);
    }

    /// <summary>True when the text speaks of it without a negation.</summary>
    public static SandboxSchema.Filled Flag(SandboxField field, SandboxSource source)
    {
        var terms = field.NameTerms.Count > 0 ? field.NameTerms : field.Terms;
        var sentence = source.Sentences.FirstOrDefault(sentence => SandboxWords.Terms(sentence).Any(terms.Contains));
        var negated = sentence is not null && SandboxWords.Split(sentence).Any(word => SandboxLexicon.Sentiment.GetValueOrDefault(SandboxWords.Stem(SandboxWords.Fold(word))) == "negation");
        var duty = terms.Contains("action") && source.Sentences.Any(SandboxExtraction.IsDuty);
        return new((sentence is not null && !negated) || duty, sentence is not null || !source.ForTool);
    }

    /// <summary>The value of an enumeration that the text names or is about.</summary>
    public static SandboxSchema.Filled Choice(JsonArray values, SandboxField field, SandboxSource source)
    {
        var mentioned = Mentioned(values, source).FirstOrDefault();
        if (mentioned is not null)
            return new(mentioned.DeepClone(), true);
        var labels = values.Where(value => value is not null).Select(value => new SandboxLabel(Spelled(value), "")).ToList();
        if (labels.Count == 0)
            return new(null, true);
        var choice = SandboxClassifier.Choose(labels, source.Text);
        var chosen = values.First(value => value is not null && Spelled(value) == choice.Label);
        return new(chosen!.DeepClone(), !source.ForTool && (choice.Because.Count > 0 || field.IsAbout("sentiment")));
    }

    /// <summary>The values of an enumeration that stand in the text, in the order of the schema.</summary>
    public static IEnumerable<JsonNode?> Mentioned(JsonArray values, SandboxSource source)
    {
        var text = SandboxIntents.Folded(source.Text);
        return values.Where(value => value is not null && SandboxIntents.Folded(Spelled(value)) is { Length: > 2 } name && text.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>A number within the bounds of its schema; 0 or what is nearest to it when there is none.</summary>
    public static JsonNode Fit(SandboxShape shape, double? number)
    {
        var isInteger = shape.Type == "integer";
        var step = shape.Number("multipleOf") is > 0 and var multiple ? multiple : isInteger ? 1 : 0;
        var low = Math.Max(shape.Number("minimum") ?? double.MinValue, shape.Number("exclusiveMinimum") is { } above ? Above(above, step) : double.MinValue);
        var high = Math.Min(shape.Number("maximum") ?? double.MaxValue, shape.Number("exclusiveMaximum") is { } below ? -Above(-below, step) : double.MaxValue);
        var value = Math.Min(Math.Max(number ?? 0, low), high);
        if (step > 0)
        {
            value = Math.Round(value / step) * step;
            if (value < low) value = Math.Ceiling(low / step) * step;
            if (value > high) value = Math.Floor(high / step) * step;
        }
        return value == Math.Floor(value) && Math.Abs(value) < 9e15 ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    /// <summary>A text that fits its schema.</summary>
    public static JsonNode Fit(SandboxShape shape, string text, SandboxSource source) => SandboxFormats.Fit(shape, text, source) ?? SandboxFormats.Smallest(shape);

    /// <summary>Another value of the same shape, for lists whose items must differ.</summary>
    public static JsonNode? Varied(JsonNode? value, SandboxShape shape, int index)
    {
        if (shape.Schema["enum"] is JsonArray { Count: > 0 } values)
            return values[index % values.Count]?.DeepClone();
        if (index == 0 || value is not JsonValue leaf)
            return value;
        if (leaf.GetValueKind() == JsonValueKind.Number)
            return Fit(shape, double.Parse(leaf.ToJsonString(), CultureInfo.InvariantCulture) + (index * (shape.Number("multipleOf") ?? 1) * (index % 2 == 0 ? -1 : 1)));
        if (leaf.TryGetValue(out bool flag))
            return index % 2 == 1 ? !flag : flag;
        return leaf.TryGetValue(out string? text) ? SandboxFormats.Varied(shape, text, index) : value;
    }

    private static double Above(double bound, double step) => step > 0 ? (Math.Floor(bound / step) + 1) * step : Math.BitIncrement(bound + Math.Max(1e-9, Math.Abs(bound) * 1e-9));

    private static string Spelled(JsonNode? value) => SandboxField.Spelled(SandboxShape.Text(value) ?? (value is null ? "" : value.ToJsonString()));
}
