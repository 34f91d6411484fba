namespace MicroApps.Rego;

/// <summary><c>some</c> and <c>every</c>.</summary>
internal sealed partial class Parser
{
    private SomeExpr? ParseSome(int first)
    {
        var before = Save();
        Advance();
        if (ParseInfix() is CallTerm call)
        {
            if (MemberArity(call) == 0)
            {
                Unexpected("expected `x in xs` or `x, y in xs` expression", "`some` declares variables, or takes `in`");
                return null;
            }

            return ParseModifiers() is { } modifiers ? new(Locate(first), [call], modifiers) : null;
        }

        Restore(before);
        var symbols = new List<Term>();
        do
        {
            Advance();
            if (Kind != TokenKind.Identifier)
            {
                Unexpected("expected var", "`some x, y` declares variables; `some x in xs` takes elements");
                return null;
            }

            symbols.Add(ParseVariable());
        }
        while (Kind == TokenKind.Comma);
        return new(Locate(first), symbols, s_noModifiers);
    }

    private EveryExpr? ParseEvery(int first)
    {
        Advance();
        if (ParseInfix() is not { } term)
            return null;
        var arity = term is CallTerm member ? MemberArity(member) : 0;
        if (arity == 0)
        {
            Unexpected("expected `x[, y] in xs { ... }` expression", "`every x in xs { … }`");
            return null;
        }

        var arguments = ((CallTerm)term).Arguments;
        var key = arity == 3 ? arguments[0] : null;
        if (key is not null && !IsVariable(key))
        {
            Unexpected("expected key to be a variable", "`every k, v in xs { … }`, and compare k in the body");
            return null;
        }

        if (!IsVariable(arguments[arity - 2]))
        {
            Unexpected("expected value to be a variable", "`every x in xs { … }`, and compare x in the body");
            return null;
        }

        if (Kind != TokenKind.OpenBrace)
        {
            Unexpected("missing body", "`every x in xs { … }`");
            return null;
        }

        Advance();
        if (ParseBody(TokenKind.CloseBrace) is not { } body)
            return null;
        Advance();
        return ParseModifiers() is { } modifiers ? new(Locate(first), key, arguments[arity - 2], arguments[arity - 1], body, false, modifiers) : null;
    }

    // input and data are references.
    private static bool IsVariable(Term term) => term is VarTerm { Name: not ("input" or "data") };

    private static int MemberArity(CallTerm call) =>
        call is { IsInfix: true, Operator: RefTerm { Head: VarTerm { Name: "internal" } } } ? call.Arguments.Count : 0;
}
