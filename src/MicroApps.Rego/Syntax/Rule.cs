namespace MicroApps.Rego;

/// <summary>A rule: complete, partial, function or default.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="IsDefault">Whether <c>default</c> stands before it.</param>
/// <param name="Head">What it defines.</param>
/// <param name="Body">Its body; <c>true</c> when none is written (<see cref="HasBody"/>).</param>
/// <param name="Else">What is tried when the body is undefined.</param>
internal sealed record Rule(Location Location, bool IsDefault, RuleHead Head, IReadOnlyList<Expr> Body, Rule? Else)
{
    /// <summary>Whether a body is written.</summary>
    public bool HasBody { get; init; }
}

/// <summary>The head of a rule.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Name">A variable for <c>p</c>, a reference for <c>p.q[x]</c>; without the key of <c>contains</c>.</param>
/// <param name="Arguments">The arguments of a function; null for no function.</param>
/// <param name="Key">What stands behind <c>contains</c>; null for none.</param>
/// <param name="Value">What stands behind <c>=</c> or <c>:=</c>; null where nothing is written, which means true unless there is a <see cref="Key"/>.</param>
/// <param name="IsAssigned">Whether it is <c>:=</c> rather than <c>=</c>.</param>
internal sealed record RuleHead(Location Location, Term Name, IReadOnlyList<Term>? Arguments, Term? Key, Term? Value, bool IsAssigned);
