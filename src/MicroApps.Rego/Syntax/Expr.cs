namespace MicroApps.Rego;

/// <summary>An expression of a body. Not changed once it is made.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="IsNegated">Whether <c>not</c> stands before it.</param>
/// <param name="With">Its modifiers, in order.</param>
internal abstract record Expr(Location Location, bool IsNegated, IReadOnlyList<WithModifier> With);

/// <summary>A term that has to be defined and not false; <c>x = y</c> and <c>x := y</c> are calls of <c>eq</c> and <c>assign</c>.</summary>
internal sealed record TermExpr(Location Location, Term Term, bool IsNegated, IReadOnlyList<WithModifier> With) : Expr(Location, IsNegated, With);

/// <summary><c>some x, y</c>, or <c>some x in xs</c>, whose one symbol is the call of <c>internal.member_2</c> or <c>internal.member_3</c>.</summary>
internal sealed record SomeExpr(Location Location, IReadOnlyList<Term> Symbols, IReadOnlyList<WithModifier> With) : Expr(Location, false, With);

/// <summary><c>every k, v in domain { body }</c>.</summary>
internal sealed record EveryExpr(Location Location, Term? Key, Term Value, Term Domain, IReadOnlyList<Expr> Body, bool IsNegated, IReadOnlyList<WithModifier> With)
    : Expr(Location, IsNegated, With);

/// <summary><c>with target as value</c>.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Target">A variable (<c>input</c>, <c>data</c>, a function) or a reference.</param>
/// <param name="Value">What stands in its place.</param>
internal sealed record WithModifier(Location Location, Term Target, Term Value);
