namespace MicroApps.Rego;

/// <summary>Built-in functions about graphs: an object whose keys are nodes and whose values are arrays or sets of neighbours; and <c>walk</c>.</summary>
internal static class GraphBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("graph.reachable", Reachable),
        new("graph.reachable_paths", ReachablePaths),
        new("walk", (c, a) => new ArrayValue(Walk(c, a[0]))),
    ];

    private static SetValue? Reachable(BuiltinContext context, RegoValue[] args)
    {
        if (!TryRead(context, args, out var graph, out var initial))
            return null;
        var (reached, queue) = (new HashSet<RegoValue>(), new Queue<RegoValue>(initial));
        while (queue.Count > 0)
        {
            var node = queue.Dequeue();
            if (graph.Find(node) is not { } edges || !reached.Add(node))
                continue;
            var neighbours = TextOperand.Members(edges) ?? [];
            context.Budget.Spend(1 + neighbours.Length);
            foreach (var neighbour in neighbours)
                if (!reached.Contains(neighbour))
                    queue.Enqueue(neighbour);
        }

        return new(reached);
    }

    private static SetValue? ReachablePaths(BuiltinContext context, RegoValue[] args)
    {
        if (!TryRead(context, args, out var graph, out var initial))
            return null;
        var paths = new HashSet<RegoValue>();
        foreach (var node in initial)
            if (graph.Find(node) is not null)
                new PathFinder(context, graph, paths).Run(node);
        return new(paths);
    }

    private static bool TryRead(BuiltinContext context, RegoValue[] args, out ObjectValue graph, out RegoValue[] initial)
    {
        initial = TextOperand.Members(args[1]) ?? [];
        if (!TextOperand.TryObject(context, args, 0, out graph))
            return false;
        if (args[1] is ArrayValue or SetValue)
            return true;
        context.FailOperand(2, $"must be {{array, set}} but got {BuiltinContext.KindName(args[1].Kind)}");
        return false;
    }

    /// <summary>Each value inside a value with its path: itself first, then by index, key or member, the depth first.</summary>
    private static RegoValue[] Walk(BuiltinContext context, RegoValue root)
    {
        var (found, open) = (new List<RegoValue>(), new Stack<(RegoValue[] Path, RegoValue Value)>());
        open.Push(([], root));
        var elements = 0L;
        while (open.Count > 0)
        {
            var (path, value) = open.Pop();
            context.Budget.Spend(1 + ((value.Count * (8L + path.Length)) >> 3));
            elements += path.Length + 2L;
            context.Budget.CheckElements(Math.Max(elements / 4, open.Count + (long)value.Count));
            found.Add(new ArrayValue([new ArrayValue(path), value]));
            if (value is ArrayValue array)
                for (var i = array.Items.Length - 1; i >= 0; i--)
                    open.Push(([.. path, RegoValue.From(i)], array.Items[i]));
            else if (value is ObjectValue items)
                for (var i = items.Order.Length - 1; i >= 0; i--)
                    open.Push(([.. path, items.Keys[items.Order[i]]], items.Values[items.Order[i]]));
            else if (value is SetValue set)
                for (var i = set.Sorted.Length - 1; i >= 0; i--)
                    open.Push(([.. path, set.Sorted[i]], set.Sorted[i]));
        }

        return [.. found];
    }

    /// <summary>
    /// Lists ways from a node to where they end: at a node without neighbours, before a node that is unknown or that was passed already. As in OPA, ways through the
    /// same neighbour of the first node share what they passed, so that each node's neighbours are followed once.
    /// </summary>
    private sealed class PathFinder(BuiltinContext context, ObjectValue graph, HashSet<RegoValue> paths)
    {
        private readonly List<RegoValue> _path = [];
        private long _elements;
        private readonly HashSet<RegoValue> _passed = [];
        private readonly Stack<(RegoValue[] Neighbours, int Next)> _open = new();

        public void Run(RegoValue root)
        {
            Enter(root);
            while (_open.Count > 0)
            {
                context.Budget.Spend(1);
                var (neighbours, next) = _open.Pop();
                if (next == neighbours.Length)
                {
                    _path.RemoveAt(_path.Count - 1);
                    continue;
                }

                _open.Push((neighbours, next + 1));
                Follow(neighbours[next]);
            }
        }

        private void Follow(RegoValue neighbour)
        {
            var isFirst = _path.Count == 1;
            if (isFirst)
                _passed.Clear();
            // A root that is its own neighbour is passed twice.
            if (!isFirst && _passed.Contains(neighbour))
            {
                AddPath();
                return;
            }

            _passed.Add(_path[_path.Count - 1]);
            Enter(neighbour);
        }

        private void Enter(RegoValue node)
        {
            if (graph.Find(node) is not { } edges)
            {
                AddPath();
                return;
            }

            _path.Add(node);
            var neighbours = TextOperand.Members(edges) ?? [];
            if (neighbours.Length == 0)
                AddPath();
            _open.Push((neighbours, 0));
        }

        private void AddPath()
        {
            context.Budget.SpendElements(8 + _path.Count);
            context.Budget.CheckElements(_elements += _path.Count);
            paths.Add(new ArrayValue([.. _path]));
        }
    }
}
