using System.Globalization;

namespace MicroApps.Rego;

/// <content>Schemas in schemas.</content>
internal sealed partial class SchemaValidator
{
    private void CheckCombinations(SchemaNode schema, RegoValue value, SchemaResult result, SchemaPath path)
    {
        if (schema.AnyOf.Count > 0 && TryAny(schema.AnyOf, value, path, out var nearest) == 0)
        {
            result.Add("number_any_of", path, "Must validate at least one schema (anyOf)");
            result.Merge(nearest!);
        }

        if (schema.OneOf.Count > 0 && TryAny(schema.OneOf, value, path, out nearest, most: 2) is var count && count != 1)
        {
            result.Add("number_one_of", path, "Must validate one and only one schema (oneOf)");
            if (count == 0)
                result.Merge(nearest!);
        }

        CheckEach(schema.AllOf, value, result, path);
        if (schema.Parts.TryGetValue("not", out var not) && Try(not, value, path).IsValid)
            result.Add("number_not", path, "Must not validate the schema (not)");
        if (value is ObjectValue members && schema.DependentNames.Count + schema.DependentSchemas.Count > 0)
            CheckDependencies(schema, members, result, path);
        if (schema.Parts.TryGetValue("if", out var condition))
            CheckCondition(schema, Try(condition, value, path).IsValid, value, result, path);
        result.Count();
    }

    /// <summary>How many fit, up to so many, and of the others the nearest.</summary>
    private int TryAny(List<SchemaNode> schemas, RegoValue value, SchemaPath path, out SchemaResult? nearest, int most = 1)
    {
        (nearest, var count) = (null, 0);
        foreach (var schema in schemas)
        {
            var one = Try(schema, value, path);
            if (one.IsValid && ++count == most)
                break;
            if (!one.IsValid && (nearest is null || one.Score > nearest.Score))
                nearest = one;
        }

        return count;
    }

    private void CheckEach(List<SchemaNode> schemas, RegoValue value, SchemaResult result, SchemaPath path)
    {
        var isValid = true;
        foreach (var schema in schemas)
        {
            var one = Try(schema, value, path);
            isValid &= one.IsValid;
            result.Merge(one);
        }

        if (!isValid)
            result.Add("number_all_of", path, "Must validate all the schemas (allOf)");
    }

    private void CheckDependencies(SchemaNode schema, ObjectValue members, SchemaResult result, SchemaPath path)
    {
        foreach (var index in members.Order)
        {
            var name = ((StringValue)members.Keys[index]).Value;
            foreach (var other in schema.DependentNames.TryGetValue(name, out var names) ? names : [])
                if (members.Find(RegoValue.From(other)) is null)
                    result.Add("missing_dependency", path, $"Has a dependency on {other}");
            if (schema.DependentSchemas.TryGetValue(name, out var dependent))
                Check(dependent, members, result, path);
        }
    }

    private void CheckCondition(SchemaNode schema, bool holds, RegoValue value, SchemaResult result, SchemaPath path)
    {
        if (!schema.Parts.TryGetValue(holds ? "then" : "else", out var branch) || Try(branch, value, path) is not { IsValid: false } wrong)
            return;
        if (holds)
            result.Add("condition_then", path, "Must validate \"then\" as \"if\" was valid");
        else
            result.Add("condition_else", path, "Must validate \"else\" as \"if\" was not valid");
        result.Merge(wrong);
    }

    private void CheckArray(SchemaNode schema, ArrayValue array, SchemaResult result, SchemaPath path)
    {
        var rest = schema.Items ?? (schema.FirstItems.Count > 0 && schema.Parts.TryGetValue("additionalItems", out var additional) ? additional : null);
        for (var i = 0; i < array.Items.Length; i++)
        {
            var item = i < schema.FirstItems.Count ? schema.FirstItems[i] : rest;
            if (item is { Always: false } && schema.Items is null && i >= schema.FirstItems.Count)
            {
                result.Add("array_no_additional_items", path, "No additional items allowed on array");
                break;
            }

            if (item is not null)
                result.Merge(Try(item, array.Items[i], path.Child(Name(i))));
        }

        if (schema.Limits.TryGetValue("minItems", out var least) && array.Count < least)
            result.Add("array_min_items", path, $"Array must have at least {least} items");
        if (schema.Limits.TryGetValue("maxItems", out var most) && array.Count > most)
            result.Add("array_max_items", path, $"Array must have at most {most} items");
        if (schema.UniqueItems)
            CheckUnique(array, result, path);
        if (schema.Parts.TryGetValue("contains", out var contained))
            CheckContains(contained, array, result, path);
        result.Count();
    }

    private static void CheckUnique(ArrayValue array, SchemaResult result, SchemaPath path)
    {
        var places = new Dictionary<RegoValue, int>();
        for (var i = 0; i < array.Items.Length; i++)
        {
            if (places.TryGetValue(array.Items[i], out var first))
                result.Add("unique", path, $"array items[{Name(first)},{Name(i)}] must be unique");
            places[array.Items[i]] = i;
        }
    }

    private void CheckContains(SchemaNode schema, ArrayValue array, SchemaResult result, SchemaPath path)
    {
        SchemaResult? nearest = null;
        for (var i = 0; i < array.Items.Length; i++)
        {
            var one = Try(schema, array.Items[i], path.Child(Name(i)));
            if (one.IsValid)
                return;
            if (nearest is null || one.Score > nearest.Score)
                nearest = one;
        }

        result.Add("contains", path, "At least one of the items must match");
        if (nearest is not null)
            result.Merge(nearest);
    }

    private void CheckObject(SchemaNode schema, ObjectValue members, SchemaResult result, SchemaPath path)
    {
        if (schema.Limits.TryGetValue("minProperties", out var least) && members.Count < least)
            result.Add("array_min_properties", path, $"Must have at least {least} properties");
        if (schema.Limits.TryGetValue("maxProperties", out var most) && members.Count > most)
            result.Add("array_max_properties", path, $"Must have at most {most} properties");
        foreach (var name in schema.Required)
        {
            if (members.Find(RegoValue.From(name)) is not null)
                result.Count();
            else
                result.Add("required", path, $"{name} is required");
        }

        CheckOthers(schema, members, result, path);
        if (schema.Parts.TryGetValue("propertyNames", out var names))
            CheckNames(names, members, result, path);
        result.Count();
    }

    /// <summary>Members by the pattern of their names, and those that nothing is said about.</summary>
    private void CheckOthers(SchemaNode schema, ObjectValue members, SchemaResult result, SchemaPath path)
    {
        var hasAdditional = schema.Parts.TryGetValue("additionalProperties", out var additional);
        if (!hasAdditional && schema.PatternProperties.Count == 0)
            return;
        foreach (var index in members.Order)
        {
            var (name, value, isKnown) = (((StringValue)members.Keys[index]).Value, members.Values[index], false);
            foreach (var (pattern, node) in schema.PatternProperties)
            {
                if (!pattern.IsMatch(name))
                    continue;
                isKnown = true;
                result.Merge(Try(node, value, path.Child(name)));
            }

            if (isKnown)
                result.Count();
            else if (!hasAdditional || schema.PropertyNames.Contains(name))
                continue;
            else if (additional!.Always == false)
                result.Add("additional_property_not_allowed", path, $"Additional property {name} is not allowed");
            else
                result.Merge(Try(additional, value, path.Child(name)));
        }
    }

    private void CheckNames(SchemaNode schema, ObjectValue members, SchemaResult result, SchemaPath path)
    {
        foreach (var index in members.Order)
        {
            if (Try(schema, members.Keys[index], path) is not { IsValid: false } wrong)
                continue;
            result.Add("invalid_property_name", path, $"Property name of \"{((StringValue)members.Keys[index]).Value}\" does not match");
            result.Merge(wrong);
        }
    }

    private void CheckProperties(SchemaNode schema, ObjectValue members, SchemaResult result, SchemaPath path)
    {
        foreach (var (name, node) in schema.Properties)
            if (members.Find(RegoValue.From(name)) is { } value)
                Check(node, value, result, path.Child(name));
    }

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);
}
