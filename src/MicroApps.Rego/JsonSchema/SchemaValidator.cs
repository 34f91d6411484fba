namespace MicroApps.Rego;

/// <summary>
/// Compares a document with a schema. What is checked in which order, and what errors say, is as in OPA's library; members of objects go by name.
/// Schemas that refer to themselves without an end, or that multiply, are refused.
/// </summary>
internal sealed partial class SchemaValidator
{
    /// <summary>So deep schemas and values are compared.</summary>
    private const int MostDepth = 400;

    /// <summary>So many comparisons are made: a schema of a few lines can ask for 2 to the power of its length.</summary>
    private const int MostSteps = 1_000_000;

    private int _depth;
    private int _steps;

    /// <exception cref="SchemaException">It takes too long.</exception>
    public SchemaResult Validate(SchemaNode schema, RegoValue value)
    {
        var result = new SchemaResult();
        Check(schema, value, result, SchemaPath.Root);
        return result;
    }

    private SchemaResult Try(SchemaNode schema, RegoValue value, SchemaPath path)
    {
        var result = new SchemaResult();
        Check(schema, value, result, path);
        _steps += result.Errors.Count;
        return result;
    }

    private void Check(SchemaNode schema, RegoValue value, SchemaResult result, SchemaPath path)
    {
        Budget.Current.Spend(2);
        if (++_steps > MostSteps)
            throw new SchemaException("schema takes too many comparisons");
        if (++_depth > MostDepth)
            throw new SchemaException("schema refers to itself, or document is nested too deeply");
        if (schema.Target is { } target)
            Check(target, value, result, path);
        else if (schema.Always is not { } always)
            CheckAll(schema, value, result, path);
        else if (!always)
            result.Add("false", path, "False always fails validation");
        _depth--;
    }

    private void CheckAll(SchemaNode schema, RegoValue value, SchemaResult result, SchemaPath path)
    {
        var type = TypeOf(value);
        if (schema.Types.Count > 0 && !schema.Types.Contains(type) && !(type == "integer" && schema.Types.Contains("number")))
        {
            var expected = schema.Types.Count == 1 ? schema.Types[0] : $"[{string.Join(",", schema.Types)}]";
            result.Add("invalid_type", path, $"Invalid type. Expected: {expected}, given: {type}");
            return;
        }

        CheckCombinations(schema, value, result, path);
        if (value is NumberValue number)
            CheckNumber(schema, number, result, path);
        else if (value is ArrayValue array)
            CheckArray(schema, array, result, path);
        else if (value is ObjectValue members)
            CheckObject(schema, members, result, path);
        CheckValue(schema, value, result, path);
        if (value is StringValue text)
            CheckText(schema, text.Value, result, path);
        if (value is ObjectValue source)
            CheckProperties(schema, source, result, path);
        result.Count();
    }

    private static string TypeOf(RegoValue value) => value switch
    {
        NumberValue number => SchemaNumbers.IsInteger(number) ? "integer" : "number",
        _ => BuiltinContext.KindName(value.Kind),
    };

    private static void CheckValue(SchemaNode schema, RegoValue value, SchemaResult result, SchemaPath path)
    {
        if (schema.Constant is { } constant && !constant.Equals(value))
            result.Add("const", path, $"{path} does not match: {Plain(constant)}");
        if (schema.Enum is { } allowed && Array.IndexOf(allowed, value) < 0)
            result.Add("enum", path, $"{path} must be one of the following: {(allowed.Length == 0 ? "(none)" : string.Join(", ", allowed.Select(Plain)))}");
        if (schema.Format.Length > 0 && value is StringValue text && !SchemaFormats.Matches(schema.Format, text.Value))
            result.Add("format", path, $"Does not match format '{schema.Format}'");
        result.Count();
    }

    private static void CheckText(SchemaNode schema, string text, SchemaResult result, SchemaPath path)
    {
        if (schema.Limits.TryGetValue("minLength", out var least) && Runes.Count(text) < least)
            result.Add("string_gte", path, $"String length must be greater than or equal to {least}");
        if (schema.Limits.TryGetValue("maxLength", out var most) && Runes.Count(text) > most)
            result.Add("string_lte", path, $"String length must be less than or equal to {most}");
        if (schema.PatternProgram is { } pattern && !pattern.IsMatch(text))
            result.Add("pattern", path, $"Does not match pattern '{schema.Pattern}'");
        result.Count();
    }

    private static void CheckNumber(SchemaNode schema, NumberValue number, SchemaResult result, SchemaPath path)
    {
        if (schema.Bounds.Count > 0)
        {
            if (schema.Bounds.TryGetValue("multipleOf", out var bound) && !SchemaNumbers.IsMultiple(number, bound))
                result.Add("multiple_of", path, $"Must be a multiple of {SchemaNumbers.ToText(bound)}");
            if (schema.Bounds.TryGetValue("maximum", out bound) && number.CompareTo(bound) > 0)
                result.Add("number_lte", path, $"Must be less than or equal to {SchemaNumbers.ToText(bound)}");
            if (schema.Bounds.TryGetValue("exclusiveMaximum", out bound) && number.CompareTo(bound) >= 0)
                result.Add("number_lt", path, $"Must be less than {SchemaNumbers.ToText(bound)}");
            if (schema.Bounds.TryGetValue("minimum", out bound) && number.CompareTo(bound) < 0)
                result.Add("number_gte", path, $"Must be greater than or equal to {SchemaNumbers.ToText(bound)}");
            if (schema.Bounds.TryGetValue("exclusiveMinimum", out bound) && number.CompareTo(bound) <= 0)
                result.Add("number_gt", path, $"Must be greater than {SchemaNumbers.ToText(bound)}");
        }

        result.Count();
    }

    /// <summary>A value as JSON, its numbers without what does not count.</summary>
    private static string Plain(RegoValue value) => value switch
    {
        NumberValue number => double.TryParse(number.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var d) && !double.IsInfinity(d)
            ? GoFloat.Format(d, Math.Abs(d) is 0 or (>= 1e-6 and < 1e21) ? 'f' : 'e', -1)
            : number.Text,
        ArrayValue array => $"[{string.Join(",", array.Items.Select(Plain))}]",
        ObjectValue items => $"{{{string.Join(",", items.Order.Select(i => $"{Text.ToJson(items.Keys[i])}:{Plain(items.Values[i])}"))}}}",
        _ => Text.ToJson(value),
    };
}
