namespace MicroApps.Rego;

/// <summary>Terms that are values.</summary>
internal static class Constants
{
    /// <summary>The value of a term; null when it has to be evaluated.</summary>
    public static RegoValue? Of(Term term) => term switch
    {
        ConstantTerm constant => constant.Value,
        ArrayTerm array => All(array.Items) is { } items ? new ArrayValue(items) : null,
        SetTerm set => All(set.Items) is { } members ? new SetValue(members) : null,
        ObjectTerm obj => All(obj.Items.Select(i => i.Key)) is { } keys && All(obj.Items.Select(i => i.Value)) is { } values && keys.Distinct().Count() == keys.Length ? new ObjectValue(keys, values) : null,
        _ => null,
    };

    private static RegoValue[]? All(IEnumerable<Term> terms)
    {
        List<RegoValue> values = [];
        foreach (var term in terms)
        {
            if (Of(term) is not { } value)
                return null;
            values.Add(value);
        }

        return [.. values];
    }
}
