namespace MicroApps.Rego;

/// <summary>Replaces many texts in one pass, without looking at what it put in: where several begin, the first in order wins (<c>strings.replace_n</c>).</summary>
internal sealed class TextReplacer
{
    private readonly Node _root = new();
    private readonly bool _isEmptyReplaced;

    private TextReplacer(IReadOnlyList<(string Old, string New)> pairs)
    {
        for (var i = 0; i < pairs.Count; i++)
            Add(pairs[i].Old, pairs[i].New, i);
        _isEmptyReplaced = _root.New is not null;
    }

    public static RegoValue? Run(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryObject(context, args, 0, out var patterns) || !TextOperand.TryText(context, args, 1, out var text))
            return null;
        var pairs = new List<(string, string)>();
        foreach (var i in patterns.Order)
        {
            if (patterns.Keys[i] is not StringValue old)
                return context.FailOperand(1, "non-string key found in pattern object");
            if (patterns.Values[i] is not StringValue replacement)
                return context.FailOperand(1, "non-string value found in pattern object");
            pairs.Add((old.Value, replacement.Value));
        }

        return new TextReplacer(pairs).Replace(context, text).ToValue();
    }

    private BoundedText Replace(BuiltinContext context, string text)
    {
        var (result, from, wasEmpty, steps) = (new BoundedText(), 0, false, 0);
        for (var at = 0; at <= text.Length;)
        {
            context.Budget.Spend((++steps & 15) == 0 ? 1 : 0);
            // The empty text is found once at each place.
            var (replacement, length) = Find(text, at, isEmptyAllowed: _isEmptyReplaced && !wasEmpty);
            wasEmpty = replacement is not null && length == 0;
            if (replacement is not null)
            {
                result.Append(text, from, at - from).Append(replacement);
                from = at += length;
            }
            else
            {
                at += at < text.Length ? Runes.LengthAt(text, at) : 1;
            }
        }

        return result.Append(text, from, text.Length - from);
    }

    private void Add(string old, string replacement, int order)
    {
        var node = _root;
        foreach (var c in old)
        {
            if (!node.Next.TryGetValue(c, out var next))
                node.Next[c] = next = new();
            node = next;
        }

        (node.New, node.Order) = (replacement, order);
    }

    private (string? New, int Length) Find(string text, int at, bool isEmptyAllowed)
    {
        var (node, best, length) = (_root, isEmptyAllowed ? _root : null, 0);
        for (var i = at; i < text.Length && node.Next.TryGetValue(text[i], out var next); i++)
        {
            node = next;
            if (((i - at) & 63) == 63)
                Budget.Current.Spend(1);
            if (node.New is not null && (best is null || node.Order < best.Order))
                (best, length) = (node, i + 1 - at);
        }

        return (best?.New, length);
    }

    /// <summary>What was read of a text to replace, and what may come next.</summary>
    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public string? New { get; set; }

        public int Order { get; set; }
    }
}
