namespace MicroApps.Rego;

/// <summary>Finds what can reach one another in a graph. Tarjan's algorithm, without recursion.</summary>
internal sealed class Components(IReadOnlyList<List<int>> edges)
{
    private readonly int[] _index = new int[edges.Count], _low = new int[edges.Count], _next = new int[edges.Count];
    private readonly bool[] _isOpen = new bool[edges.Count];
    private readonly Stack<int> _open = new(), _path = new();
    private int _count;

    /// <summary>Sets of vertices that reach one another; a set comes behind all those that it reaches.</summary>
    public IEnumerable<IReadOnlyList<int>> Find()
    {
        for (var start = 0; start < edges.Count; start++)
        {
            if (_index[start] != 0)
                continue;
            Enter(start);
            while (_path.Count > 0)
                if (Step(_path.Peek()) is { } component)
                    yield return component;
        }
    }

    private void Enter(int vertex)
    {
        _index[vertex] = _low[vertex] = ++_count;
        _isOpen[vertex] = true;
        _open.Push(vertex);
        _path.Push(vertex);
    }

    private List<int>? Step(int vertex)
    {
        if (_next[vertex] < edges[vertex].Count)
        {
            var to = edges[vertex][_next[vertex]++];
            if (_index[to] == 0)
                Enter(to);
            else if (_isOpen[to])
                _low[vertex] = Math.Min(_low[vertex], _index[to]);
            return null;
        }

        _path.Pop();
        if (_path.Count > 0)
            _low[_path.Peek()] = Math.Min(_low[_path.Peek()], _low[vertex]);
        return _low[vertex] == _index[vertex] ? Close(vertex) : null;
    }

    private List<int> Close(int vertex)
    {
        List<int> component = [];
        int member;
        do
        {
            member = _open.Pop();
            _isOpen[member] = false;
            component.Add(member);
        }
        while (member != vertex);
        return component;
    }
}
