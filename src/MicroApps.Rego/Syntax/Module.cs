namespace MicroApps.Rego;

/// <summary>A source of Rego.</summary>
/// <param name="Location">Of the <c>package</c> statement.</param>
/// <param name="Package">The path without <c>data</c>: <c>package a.b["c d"]</c> is a, b, c d.</param>
/// <param name="Imports">In order; <c>import rego.v1</c> and <c>future.keywords</c> among them.</param>
/// <param name="Rules">In order.</param>
/// <param name="Comments">In order, for metadata and formatting.</param>
internal sealed record Module(
    Location Location, IReadOnlyList<string> Package, IReadOnlyList<Import> Imports, IReadOnlyList<Rule> Rules, IReadOnlyList<Comment> Comments)
{
    /// <summary>The whole source, for messages and formatting.</summary>
    public string Source { get; init; } = "";

    public string File => Location.File;
}

/// <summary><c>import path as alias</c>.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Path">A variable (<c>input</c>, <c>data</c>) or a reference.</param>
/// <param name="Alias">The name behind <c>as</c>; null for none.</param>
internal sealed record Import(Location Location, Term Path, string? Alias);

/// <summary>A comment.</summary>
/// <param name="Location">Where its <c>#</c> stands.</param>
/// <param name="Text">Without the <c>#</c>.</param>
internal sealed record Comment(Location Location, string Text);
