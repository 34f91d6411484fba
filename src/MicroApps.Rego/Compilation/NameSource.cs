namespace MicroApps.Rego;

/// <summary>Makes names for variables that no source can spell, and remembers which variable of the source each stands for.</summary>
internal sealed class NameSource
{
    private readonly Dictionary<string, string> _originals = [];
    private int _count;

    public string Make(string? original = null)
    {
        var name = $"~{_count++}";
        if (original is not null)
            _originals[name] = original;
        return name;
    }

    public VarTerm MakeVar(Location location) => new(location, Make());

    /// <summary>The name in the source; null for a variable that is not in it.</summary>
    public string? Original(string name) => _originals.TryGetValue(name, out var original) ? original : IsGenerated(name) ? null : name;

    /// <summary>How a variable is written in the source: a wildcard as <c>_</c>; null for one that is not in it.</summary>
    public string? Spelled(string name) => name.Length > 0 && name[0] == '$' ? "_" : Original(name);

    private static bool IsGenerated(string name) => name.Length > 0 && name[0] is '~' or '$';
}
