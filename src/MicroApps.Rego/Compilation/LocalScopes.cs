namespace MicroApps.Rego;

/// <summary>How a variable came into a scope.</summary>
internal enum LocalKind
{
    /// <summary>It did not yet.</summary>
    New,

    /// <summary>As an argument of a function.</summary>
    Argument,

    /// <summary>By being used.</summary>
    Seen,

    /// <summary>By <c>:=</c>.</summary>
    Assigned,

    /// <summary>By <c>some</c> or <c>every</c>.</summary>
    Declared,

    /// <summary>By <c>some … in</c>, which says something even where nothing reads the variable.</summary>
    Member,
}

/// <summary>The scopes of a rule while its variables get names of their own, innermost last.</summary>
internal sealed class LocalScopes(NameSource names)
{
    private sealed class Scope
    {
        public Dictionary<string, string> Names { get; } = [];

        public Dictionary<string, Local> Kinds { get; } = [];
    }

    private readonly List<Scope> _scopes = [new()];

    /// <summary>The names given that something reads.</summary>
    public HashSet<string> Used { get; } = [];

    public void Push() => _scopes.Add(new());

    /// <summary>Leaves a scope; the variables declared in it that nothing read.</summary>
    public List<Local> Pop()
    {
        var scope = _scopes[^1];
        _scopes.RemoveAt(_scopes.Count - 1);
        return [.. scope.Kinds.Values.Where(k => k.Kind is LocalKind.Declared or LocalKind.Assigned && !Used.Contains(scope.Names[k.Name]))];
    }

    /// <summary>The name a variable has here; null when it is not declared.</summary>
    public string? Find(string name)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
            if (_scopes[i].Names.TryGetValue(name, out var given))
                return given;
        return null;
    }

    /// <summary>The name given to a variable that <c>some</c> declares, which may have the name of a document; null when there is none.</summary>
    public string? FindDeclared(string name)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
            if (_scopes[i].Names.TryGetValue(name, out var given))
                return _scopes[i].Kinds[name].Kind == LocalKind.Declared ? given : null;
        return null;
    }

    public void See(string name, Location location)
    {
        if (!_scopes[^1].Kinds.ContainsKey(name))
            _scopes[^1].Kinds[name] = new(name, LocalKind.Seen, location);
    }

    /// <summary>Gives a variable a name in the innermost scope; null and what is wrong when it cannot be declared here.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="kind">How it is declared.</param>
    /// <param name="location">What is blamed when nothing reads it.</param>
    /// <param name="error">What is wrong.</param>
    public string? Declare(string name, LocalKind kind, Location location, out string? error)
    {
        var scope = _scopes[^1];
        error = (scope.Kinds.TryGetValue(name, out var known) ? known.Kind : LocalKind.New) switch
        {
            LocalKind.Seen => $"var {name} referenced above",
            LocalKind.Assigned => $"var {name} assigned above",
            LocalKind.Declared or LocalKind.Member => $"var {name} declared above",
            LocalKind.Argument => $"arg {name} redeclared",
            _ => null,
        };
        if (error is not null)
            return null;
        var given = names.Make(name);
        scope.Names[name] = given;
        scope.Kinds[name] = new(name, kind, location);
        return given;
    }
}

/// <summary>A variable of a scope.</summary>
internal sealed record Local(string Name, LocalKind Kind, Location Location);
