namespace MicroApps.Rego;

/// <summary>A term of Rego. Not changed once it is made: rewriting makes new terms.</summary>
internal abstract record Term(Location Location);

/// <summary>null, a boolean, a number or a string.</summary>
internal sealed record ConstantTerm(Location Location, RegoValue Value) : Term(Location);

/// <summary>A variable. Each <c>_</c> is a variable of its own, with a name that begins with <c>$</c>, as in OPA (<c>$0</c>, <c>$1</c> by order in the module).</summary>
internal sealed record VarTerm(Location Location, string Name) : Term(Location)
{
    public bool IsWildcard => Name.Length > 0 && Name[0] == '$';
}

/// <summary>A reference: <c>input.a[x]</c>. The head is a variable, or a call, a composite or a comprehension; <c>.a</c> and <c>["a"]</c> are the same string constant in the path, which is not empty.</summary>
internal sealed record RefTerm(Location Location, Term Head, IReadOnlyList<Term> Path) : Term(Location);

/// <summary>An array.</summary>
internal sealed record ArrayTerm(Location Location, IReadOnlyList<Term> Items) : Term(Location);

/// <summary>A set: <c>{1, 2}</c>, and <c>set()</c> for the empty one.</summary>
internal sealed record SetTerm(Location Location, IReadOnlyList<Term> Items) : Term(Location);

/// <summary>An object.</summary>
internal sealed record ObjectTerm(Location Location, IReadOnlyList<ObjectItem> Items) : Term(Location);

/// <summary>A comprehension; only one of objects has a key.</summary>
internal sealed record ComprehensionTerm(Location Location, RegoKind Kind, Term? Key, Term Value, IReadOnlyList<Expr> Body) : Term(Location);

/// <summary>
/// A call: <c>f(x)</c>, <c>a.b.f(x)</c>; operators too, by the names of their functions: <c>+</c> is <c>plus</c>, <c>=</c> <c>eq</c>, <c>:=</c> <c>assign</c>, <c>==</c> <c>equal</c>,
/// <c>x in xs</c> <c>internal.member_2</c>, <c>k, v in xs</c> <c>internal.member_3</c>.
/// </summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Operator">A variable, or a reference of constant strings.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="IsInfix">Whether it was written with an operator.</param>
internal sealed record CallTerm(Location Location, Term Operator, IReadOnlyList<Term> Arguments, bool IsInfix = false) : Term(Location);

/// <summary>A template string: <c>$"a {x}"</c>.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Parts">Constant texts (<see cref="ConstantTerm"/>) and expressions, in order.</param>
/// <param name="IsRaw">Whether it is written with backquotes.</param>
internal sealed record TemplateTerm(Location Location, IReadOnlyList<TemplatePart> Parts, bool IsRaw) : Term(Location);

/// <summary>A part of a template: a text, or an expression.</summary>
internal sealed record TemplatePart(string? Text, Expr? Expr);

/// <summary>A key of an object with its value.</summary>
internal sealed record ObjectItem(Term Key, Term Value);
