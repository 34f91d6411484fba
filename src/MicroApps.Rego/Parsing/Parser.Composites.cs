namespace MicroApps.Rego;

/// <summary>Arrays, sets, objects and their comprehensions, which differ from unions only in what follows the <c>|</c>.</summary>
internal sealed partial class Parser
{
    private Term? ParseArray()
    {
        var first = _at;
        Advance();
        var items = new List<Term>();
        if (Kind == TokenKind.CloseBracket)
            return new ArrayTerm(CloseFrom(first), items);

        // Backward compatibility of OPA: a first comma says nothing.
        var mayComprehend = !Accept(TokenKind.Comma);
        if (ParseTerm() is not { } head)
            return null;
        if (Kind == TokenKind.Or && mayComprehend)
        {
            if (TryComprehend(first, RegoKind.Array, null, head, out var comprehension))
                return comprehension;
        }

        return ParseItems(head, TokenKind.CloseBracket, items) ? new ArrayTerm(CloseFrom(first), items) : null;
    }

    private Term? ParseSetOrObject()
    {
        var first = _at;
        Advance();
        if (Kind == TokenKind.CloseBrace)
            return new ObjectTerm(CloseFrom(first), []);

        var mayComprehend = !Accept(TokenKind.Comma);
        if (ParseTerm() is not { } head)
            return null;
        if (Kind == TokenKind.Or && mayComprehend)
        {
            if (TryComprehend(first, RegoKind.Set, null, head, out var comprehension))
                return comprehension;
            return ParseSet(first, head);
        }

        if (Kind is not (TokenKind.CloseBrace or TokenKind.Comma or TokenKind.Colon) && (head = ParseInfixInList(head)) is null)
            return null;
        if (Kind == TokenKind.Colon)
            return ParseObject(first, head, mayComprehend);
        if (Kind is TokenKind.CloseBrace or TokenKind.Comma)
            return ParseSet(first, head);
        Unexpected("non-terminated set", "separate the elements by `,` and close the set with `}`");
        return null;
    }

    private SetTerm? ParseSet(int first, Term head)
    {
        var items = new List<Term>();
        return ParseItems(head, TokenKind.CloseBrace, items) ? new SetTerm(CloseFrom(first), items) : null;
    }

    /// <summary>What follows the first term of an array or a set: more of it, and more of them.</summary>
    private bool ParseItems(Term head, TokenKind end, List<Term> items)
    {
        if (ParseInfixInList(head) is not { } item)
            return false;
        items.Add(item);
        if (Accept(TokenKind.Comma))
            return ParseList(end, items);
        if (Kind == end)
            return true;
        Unexpected($"expected \",\" or \"{end.Name()}\"", SeparatorHint(end));
        return false;
    }

    /// <summary>Terms up to a closing bracket, which is left; the last may be followed by a comma.</summary>
    private bool ParseList(TokenKind end, List<Term> items)
    {
        while (Kind != end)
        {
            if (ParseInfixInList() is not { } item)
                return false;
            items.Add(item);
            if (Accept(TokenKind.Comma) || Kind == end)
                continue;
            Unexpected($"expected \",\" or \"{end.Name()}\"", SeparatorHint(end));
            return false;
        }

        return true;
    }

    /// <summary>
    /// Tries what stands behind <c>|</c> as the body of a comprehension. Where that fails before a comma, the <c>|</c> is that of a union:
    /// the answer is false, and the place that of the <c>|</c>.
    /// </summary>
    private bool TryComprehend(int first, RegoKind kind, Term? key, Term value, out Term? comprehension)
    {
        comprehension = null;
        var before = Save();
        var end = kind == RegoKind.Array ? TokenKind.CloseBracket : TokenKind.CloseBrace;
        Advance();
        _attempting++;
        var body = ParseBody(end);
        if (body is not null)
            comprehension = new ComprehensionTerm(CloseFrom(first), kind, key, value, body);
        var isUnion = body is null && (Kind == TokenKind.Comma || kind == RegoKind.Object);
        if (isUnion)
            Restore(before);
        _attempting--;
        return !isUnion;
    }

    // The closing bracket belongs to the term.
    private Location CloseFrom(int first)
    {
        Advance();
        return Locate(first);
    }

    private static string SeparatorHint(TokenKind end) => $"separate by `,` and close with `{end.Name()}`";
}
