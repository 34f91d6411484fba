namespace MicroApps.Rego;

/// <summary>The lines of a source: which one a place is on, and its text.</summary>
internal sealed class SourceLines
{
    private readonly string _source;
    private readonly List<int> _starts = [0];

    public SourceLines(string source)
    {
        _source = source;
        for (var i = source.IndexOf('\n'); i >= 0; i = source.IndexOf('\n', i + 1))
            _starts.Add(i + 1);
    }

    public int Count => _starts.Count;

    /// <summary>The line of a UTF-16 unit, from 0.</summary>
    public int Of(int at)
    {
        var found = _starts.BinarySearch(at);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The line on which the last unit before a place is.</summary>
    public int OfEnd(int end) => Of(Math.Max(0, end - 1));

    public int Start(Location location) => Of(location.Start);

    public int End(Location location) => OfEnd(location.Start + location.Length);

    /// <summary>The text of a line, from 0, without its end.</summary>
    public string Text(int line)
    {
        var end = line + 1 < _starts.Count ? _starts[line + 1] - 1 : _source.Length;
        return _source.Substring(_starts[line], end - _starts[line]).TrimEnd('\r');
    }
}
