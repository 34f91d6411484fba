namespace MicroApps.Rego;

/// <summary>Whether one collection is part of another (<c>object.subset</c>): objects by key and deeply, sets by member, arrays by a run of elements.</summary>
internal static class ObjectSubset
{
    public static RegoValue? Run(BuiltinContext context, RegoValue[] args) => (args[0], args[1]) switch
    {
        (ObjectValue whole, ObjectValue part) => RegoValue.From(IsPart(context, whole, part)),
        (SetValue whole, SetValue part) => RegoValue.From(IsPart(whole, part)),
        (ArrayValue whole, ArrayValue part) => RegoValue.From(IsPart(context, whole, part)),
        (ArrayValue whole, SetValue part) => RegoValue.From(whole.Count > 0 && IsPart(new SetValue(whole.Items), part)),
        _ => context.Fail("eval_type_error", $"{context.Name}: both arguments object.subset must be of the same type or array and set"),
    };

    private static bool IsPartOrEqual(BuiltinContext context, RegoValue whole, RegoValue part) => (whole, part) switch
    {
        (ObjectValue w, ObjectValue p) => IsPart(context, w, p),
        (SetValue w, SetValue p) => IsPart(w, p),
        (ArrayValue w, ArrayValue p) => IsPart(context, w, p),
        _ => whole.Equals(part),
    };

    private static bool IsPart(BuiltinContext context, ObjectValue whole, ObjectValue part)
    {
        Budget.Enter(4 * part.Count);
        for (var i = 0; i < part.Keys.Length; i++)
            if (whole.Find(part.Keys[i]) is not { } value || !IsPartOrEqual(context, value, part.Values[i]))
                return false;
        return true;
    }

    private static bool IsPart(SetValue whole, SetValue part)
    {
        Budget.Enter(4 * part.Count);
        foreach (var member in part.Sorted)
            if (!whole.Contains(member))
                return false;
        return true;
    }

    /// <summary>Searches as Knuth, Morris and Pratt do: no element is compared twice with the same place.</summary>
    private static bool IsPart(BuiltinContext context, ArrayValue whole, ArrayValue part)
    {
        var (text, pattern) = (whole.Items, part.Items);
        if (pattern.Length == 0 || pattern.Length > text.Length)
            return pattern.Length == 0;
        Budget.Enter(4 * pattern.Length);
        var back = new int[pattern.Length];
        for (var (i, length) = (1, 0); i < pattern.Length; i++)
        {
            while (length > 0 && !pattern[i].Equals(pattern[length]))
                length = back[length - 1];
            back[i] = length += pattern[i].Equals(pattern[length]) ? 1 : 0;
        }

        var (matched, compared) = (0, 0);
        foreach (var item in text)
        {
            context.Budget.Spend((++compared & 7) == 0 ? 1 : 0);
            while (matched > 0 && !item.Equals(pattern[matched]))
                matched = back[matched - 1];
            matched += item.Equals(pattern[matched]) ? 1 : 0;
            if (matched == pattern.Length)
                return true;
        }

        return false;
    }
}
