namespace MicroApps.Rego;

/// <summary>Terms with operators between them, by how tightly these bind.</summary>
internal sealed partial class Parser
{
    /// <summary>A term with operators; a comma may stand before <c>in</c>: <c>k, v in xs</c>.</summary>
    private Term? ParseInfix() => ParseMembership(null, takesKey: true);

    /// <summary>A term with operators, in a list, where a comma ends it.</summary>
    private Term? ParseInfixInList(Term? left = null) => ParseMembership(left, takesKey: false);

    private Term? ParseMembership(Term? left, bool takesKey)
    {
        var outer = left is null ? TakeHeight() : _height;
        left = ParseOperators(1, left);
        while (left is not null)
        {
            var member = (takesKey ? ParseKeyedMember(left) : null) ?? ParseMember(left);
            if (member is null)
                break;
            left = Grow() ? member : null;
            if (Kind != TokenKind.In)
                break;
        }

        _height = Math.Max(outer, _height);
        return left;
    }

    private CallTerm? ParseKeyedMember(Term key)
    {
        if (Kind != TokenKind.Comma)
            return null;
        var before = Save();
        Advance();
        if (ParseOperators(1) is { } value && Kind == TokenKind.In)
        {
            var at = Locate(Current, Current.End);
            Advance();
            if (ParseOperators(1) is { } domain)
                return new(Extend(key.Location), MemberFunction("member_3", at), [key, value, domain], true);
        }

        // What was wrong behind the comma is told by whoever reads it next.
        Restore(before);
        return null;
    }

    private CallTerm? ParseMember(Term value)
    {
        if (TakeKeywordAsName() || Kind != TokenKind.In)
            return null;
        var at = Locate(Current, Current.End);
        Advance();
        return ParseOperators(1) is { } domain ? new(Extend(value.Location), MemberFunction("member_2", at), [value, domain], true) : null;
    }

    /// <summary>A term with the operators that bind at least so tightly, from left to right.</summary>
    private Term? ParseOperators(int binding, Term? left = null)
    {
        var outer = left is null ? TakeHeight() : _height;
        left ??= ParseTerm();
        while (left is not null && Kind.Binding() is var found && found >= binding && found > 0)
        {
            var function = new VarTerm(Locate(Current, Current.End), Kind.Name());
            Advance();
            // As OPA does it: when the right side fails, which has been told, the left one is all there is.
            if (ParseOperators(found + 1) is not { } right)
                break;
            left = Grow() ? new CallTerm(Extend(left.Location), function, [left, right], true) : null;
        }

        _height = Math.Max(outer, _height);
        return left;
    }

    private int TakeHeight()
    {
        var outer = _height;
        _height = 0;
        return outer;
    }

    private static RefTerm MemberFunction(string name, Location at) => new(at, new VarTerm(at, "internal"), [new ConstantTerm(at, new StringValue(name))]);
}
