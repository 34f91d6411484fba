namespace MicroApps.Rego;

/// <summary>Names of operators and of the roots of documents, and how their terms are made.</summary>
internal static class Operators
{
    public const string Unify = "eq", Assign = "assign", Equal = "equal", Member = "internal.member_2", MemberWithKey = "internal.member_3", Print = "internal.print";
    public const string Input = "input", Data = "data";

    public static bool IsRoot(string name) => name is Input or Data;

    /// <summary>The name of what is called: <c>count</c>, <c>array.concat</c>, <c>data.a.f</c>, <c>data.a["b.c"].f</c>; null when it is no name.</summary>
    public static string? Name(Term op) => op switch
    {
        VarTerm variable => variable.Name,
        RefTerm { Head: VarTerm head } reference when reference.Path.All(p => p is ConstantTerm { Value: StringValue }) =>
            string.Concat(reference.Path.Select(p => RuleTree.Part(((ConstantTerm)p).Value)).Prepend(head.Name)),
        _ => null,
    };

    public static bool Is(Term term, string name) => term is CallTerm call && Name(call.Operator) == name;

    public static CallTerm Call(Location location, string name, params Term[] arguments) => new(location, new VarTerm(location, name), arguments, true);

    public static TermExpr UnifyExpr(Location location, Term left, Term right, IReadOnlyList<WithModifier> with) =>
        new(location, Call(location, Unify, left, right), false, with);

    public static ConstantTerm Text(Location location, string text) => new(location, RegoValue.From(text));

    /// <summary>A reference with more behind it.</summary>
    public static RefTerm Extend(Term term, params IEnumerable<Term> path) =>
        term is RefTerm reference ? reference with { Path = [.. reference.Path, .. path] } : new RefTerm(term.Location, term, [.. path]);

    /// <summary>The reference of a rule: <c>data</c>, the package, the name.</summary>
    public static RefTerm DataRef(Location location, IEnumerable<string> path) => new(location, new VarTerm(location, Data), [.. path.Select(p => Text(location, p))]);
}
