namespace MicroApps.Rego;

/// <summary>What follows from types: their unions, the types of their keys and of their elements, and whether two can have a value in common.</summary>
internal static class TypeAlgebra
{
    public static RegoType Of(RegoValue value) => value switch
    {
        NullValue => RegoType.Null,
        BooleanValue => RegoType.Boolean,
        NumberValue => RegoType.Number,
        StringValue => RegoType.String,
        ArrayValue array => new ArrayType([.. array.Items.Select(Of)], null).Bounded(),
        SetValue set => new SetType(set.Sorted.Aggregate((RegoType?)null, (type, item) => Or(type, Of(item))) ?? RegoType.Any).Bounded(),
        ObjectValue obj => new ObjectType([.. obj.Keys.Zip(obj.Values, (k, v) => new KeyValuePair<RegoValue, RegoType?>(k, Of(v)))]).Bounded(),
        _ => RegoType.Any,
    };

    public static RegoType? Or(RegoType? left, RegoType? right)
    {
        if (left is null || right is null || left.Equals(right))
            return left ?? right;
        if (left is FunctionType || right is FunctionType)
            return OrFunctions(left as FunctionType, right as FunctionType);
        if (left.IsAny || right.IsAny)
            return RegoType.Any;
        HashSet<RegoType> options = [.. OptionsOf(left), .. OptionsOf(right)];
        return new UnionType(options).Bounded();
    }

    private static FunctionType? OrFunctions(FunctionType? left, FunctionType? right) =>
        left is null || right is null || left.Arguments.Count != right.Arguments.Count ? null
        : new FunctionType([.. left.Arguments.Zip(right.Arguments, Or)], Or(left.Result, right.Result));

    private static IEnumerable<RegoType> OptionsOf(RegoType type) => type is UnionType union ? union.Options : [type];

    /// <summary>Whether a type is one of those that another one names.</summary>
    public static bool Includes(RegoType types, RegoType type) => types.IsAny || (types is UnionType union ? union.Options.Contains(type) : types.Equals(type));

    /// <summary>The type behind a key; null when there is none.</summary>
    public static RegoType? Select(RegoType? type, RegoValue key)
    {
        switch (type)
        {
            case ArrayType array:
                return key is NumberValue number && int.TryParse(number.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) ? array.At(index) : null;
            case ObjectType obj:
                return obj.At(key);
            case SetType { Of: { } of }:
                var own = Of(key);
                return of.Equals(own) || (of is UnionType && Includes(of, own)) ? own : null;
            case UnionType union:
                return union.IsAny ? union : union.Options.Aggregate((RegoType?)null, (sum, o) => Or(sum, Select(o, key)));
            default:
                return null;
        }
    }

    /// <summary>The type of the keys; null for what has none.</summary>
    public static RegoType? Keys(RegoType? type) => type switch
    {
        ArrayType => RegoType.Number,
        ObjectType obj => obj.Known.Keys.Aggregate(obj.HasOthers ? obj.OtherKey : null, (sum, k) => Or(sum, Of(k))),
        SetType set => set.Of,
        UnionType union => union.IsAny ? union : union.Options.Aggregate((RegoType?)null, (sum, o) => Or(sum, Keys(o))),
        _ => null,
    };

    /// <summary>The type of the elements; null for what has none.</summary>
    public static RegoType? Values(RegoType? type) => type switch
    {
        ArrayType array => array.Items.Aggregate(array.Rest, Or),
        ObjectType obj => obj.Known.Values.Aggregate(obj.HasOthers ? obj.OtherValue : null, Or),
        SetType set => set.Of,
        UnionType union => union.IsAny ? union : union.Options.Aggregate((RegoType?)null, (sum, o) => Or(sum, Values(o))),
        _ => null,
    };

    /// <summary>Whether a value can have both types.</summary>
    public static bool Meet(RegoType? left, RegoType? right)
    {
        if (left is null || right is null)
            return false;
        if (left is UnionType || right is UnionType)
            return (left is UnionType l && MeetsUnion(l, right)) || (right is UnionType r && MeetsUnion(r, left));
        return (left, right) switch
        {
            (ScalarType a, ScalarType b) => a.Kind == b.Kind,
            (ArrayType a, ArrayType b) => Covers(a, b) && Covers(b, a) && (a.Rest is null || b.Rest is null || Meet(a.Rest, b.Rest)),
            (ObjectType a, ObjectType b) => Covers(a, b) && Covers(b, a) && (!a.HasOthers || !b.HasOthers || Meet(a.OtherValue, b.OtherValue)),
            (SetType a, SetType b) => Meet(a.Of, b.Of),
            (FunctionType a, FunctionType b) => a.Arguments.Count == b.Arguments.Count && a.Arguments.Zip(b.Arguments, Meet).All(m => m),
            _ => false,
        };
    }

    private static bool MeetsUnion(UnionType union, RegoType type) => type is not FunctionType && (union.IsAny || union.Options.Any(o => Meet(o, type)));

    private static bool Covers(ArrayType left, ArrayType right)
    {
        for (var i = 0; i < left.Items.Count; i++)
            if (!Meet(left.Items[i], right.At(i)))
                return false;
        return true;
    }

    private static bool Covers(ObjectType left, ObjectType right) => left.Known.All(k => Meet(k.Value, right.At(k.Key)));
}
