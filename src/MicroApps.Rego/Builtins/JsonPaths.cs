using System.Globalization;

namespace MicroApps.Rego;

/// <summary>Keeps or leaves out what paths name (<c>json.filter</c>, <c>json.remove</c>). Paths are merged into one tree of names first.</summary>
internal sealed class JsonPaths
{
    private readonly Dictionary<RegoValue, JsonPaths?> _next = [];

    /// <summary>Reads one path: names between slashes, ~1 for a slash and ~0 for a tilde, or an array; null for anything else.</summary>
    public static RegoValue[]? Read(RegoValue path) => path switch
    {
        ArrayValue array => array.Items,
        StringValue { Value.Length: 0 } => [],
        StringValue text => Array.ConvertAll(text.Value.TrimStart('/').Split('/'), name => RegoValue.From(name.Replace("~1", "/").Replace("~0", "~"))),
        _ => null,
    };

    public static RegoValue? Filter(BuiltinContext context, RegoValue[] args) => Read(context, args) is { } paths ? paths.Keep(args[0]) : null;

    public static RegoValue? Remove(BuiltinContext context, RegoValue[] args) => Read(context, args) is { } paths ? paths.LeaveOut(args[0]) : null;

    private static JsonPaths? Read(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryObject(context, args, 0, out var _))
            return null;
        var tree = new JsonPaths();
        if (TextOperand.Members(args[1]) is not { } paths)
        {
            context.FailOperand(2, args[1], RegoKind.Set, RegoKind.Array);
            return null;
        }

        foreach (var path in paths)
        {
            context.Budget.Spend(2);
            if (Read(path) is not { } names)
            {
                context.FailOperand(2, $"must be one of {{set, array}} containing string paths or array of path segments but got {BuiltinContext.KindName(path.Kind)}");
                return null;
            }

            tree.Add(names);
        }

        return tree;
    }

    /// <summary>Adds a path; one that goes on where another ends adds nothing.</summary>
    private void Add(RegoValue[] names)
    {
        var node = this;
        for (var i = 0; i < names.Length; i++)
        {
            if (i == names.Length - 1)
                node._next[names[i]] = null;
            else if (!node._next.TryGetValue(names[i], out var next))
                node._next[names[i]] = node = new();
            else if (next is null)
                return;
            else
                node = next;
        }
    }

    private RegoValue Keep(RegoValue value)
    {
        Budget.Enter(4 * (value is ObjectValue ? _next.Count : value.Count));
        switch (value)
        {
            case ObjectValue items:
                var kept = new Dictionary<RegoValue, RegoValue>();
                foreach (var name in _next)
                    if (items.Find(name.Key) is { } item)
                        kept[name.Key] = name.Value?.Keep(item) ?? item;
                return ObjectValue.From(kept);
            case ArrayValue array:
                return new ArrayValue([.. array.Items.Select((item, i) => _next.TryGetValue(Name(i), out var next) ? next?.Keep(item) ?? item : null).OfType<RegoValue>()]);
            case SetValue set:
                return new SetValue(set.Sorted.Select(item => _next.TryGetValue(item, out var next) ? next?.Keep(item) ?? item : null).OfType<RegoValue>());
            default:
                return value;
        }
    }

    private RegoValue LeaveOut(RegoValue value)
    {
        Budget.Enter(4 * value.Count);
        switch (value)
        {
            case ObjectValue items:
                var left = new Dictionary<RegoValue, RegoValue>();
                for (var i = 0; i < items.Keys.Length; i++)
                    if (LeaveOut(items.Keys[i], items.Values[i]) is { } item)
                        left[items.Keys[i]] = item;
                return ObjectValue.From(left);
            case ArrayValue array:
                return new ArrayValue([.. array.Items.Select((item, i) => LeaveOut(Name(i), item)).OfType<RegoValue>()]);
            case SetValue set:
                return new SetValue(set.Sorted.Select(item => LeaveOut(item, item)).OfType<RegoValue>());
            default:
                return value;
        }
    }

    private RegoValue? LeaveOut(RegoValue name, RegoValue value) => !_next.TryGetValue(name, out var next) ? value : next?.LeaveOut(value);

    private static RegoValue Name(int index) => RegoValue.From(index.ToString(CultureInfo.InvariantCulture));
}
