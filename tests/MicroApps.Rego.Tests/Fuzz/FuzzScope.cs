namespace MicroApps.Rego.Tests;

/// <summary>What a generated term may name.</summary>
internal sealed class FuzzScope
{
    private int _names;

    /// <summary>Local variables that are bound.</summary>
    public List<(string Name, FuzzKind Kind)> Locals { get; } = [];

    /// <summary>Rules made before, as terms.</summary>
    public List<(string Term, FuzzKind Kind)> Rules { get; } = [];

    /// <summary>Functions made before, with the count of their arguments.</summary>
    public List<(string Name, int Arity)> Functions { get; } = [];

    /// <summary>A name for a variable that is bound where it is made.</summary>
    public string Fresh() => $"v{_names++}";

    /// <summary>A name for a variable that <c>some</c> declares, which has to be used.</summary>
    public string Declared() => $"u{_names++}";

    /// <summary>Forgets locals made after a mark.</summary>
    public void Reset(int mark) => Locals.RemoveRange(mark, Locals.Count - mark);
}
