namespace MicroApps.Rego;

/// <summary>Objects, from the colon behind the first key.</summary>
internal sealed partial class Parser
{
    // The error of an inner object that stands for another one.
    private (RegoError? Error, RegoError? Cause) _blame;

    private Term? ParseObject(int first, Term key, bool mayComprehend)
    {
        Advance();
        var (valueAt, errors) = (_at, _errors.Count);
        if (ParseTerm() is not { } value)
            return null;

        if (Kind == TokenKind.Or && mayComprehend && TryComprehend(first, RegoKind.Object, key, value, out var comprehension))
            return comprehension;

        var wasTerm = Kind is TokenKind.CloseBrace or TokenKind.Comma;
        if (!wasTerm && ParseInfixInList(value) is var whole)
        {
            if (whole is null)
                return null;
            value = whole;
        }

        if (Kind is not (TokenKind.CloseBrace or TokenKind.Comma))
        {
            Unexpected("non-terminated object", "separate the pairs by `,` and close the object with `}`");
            return null;
        }

        var items = new List<ObjectItem> { new(key, value) };
        Accept(TokenKind.Comma);
        if (ParsePairs(items))
            return new ObjectTerm(CloseFrom(first), items);
        if (wasTerm && mayComprehend)
            BlameFirstValue(valueAt, errors);
        return null;
    }

    private bool ParsePairs(List<ObjectItem> items)
    {
        while (Kind != TokenKind.CloseBrace)
        {
            if (ParseInfixInList() is not { } key)
                return false;
            if (!Accept(TokenKind.Colon))
            {
                Unexpected("expected \":\"", "an object has pairs: `{\"key\": value}`");
                return false;
            }

            if (ParseInfixInList() is not { } value)
                return false;
            items.Add(new(key, value));
            if (Accept(TokenKind.Comma) || Kind == TokenKind.CloseBrace)
                continue;
            Unexpected("expected \",\" or \"}\"", "separate the pairs by `,` and close the object with `}`");
            return false;
        }

        return true;
    }

    // OPA goes back to the first value and says that the object does not end there. So do we, but also say what is really wrong.
    private void BlameFirstValue(int valueAt, int errorsBefore)
    {
        var cause = _errors[errorsBefore];
        cause = ReferenceEquals(cause, _blame.Error) ? _blame.Cause! : cause;
        _errors.RemoveRange(errorsBefore, _errors.Count - errorsBefore);
        var at = _tokens[valueAt];
        var what = at.Kind.IsKeyword() ? "keyword" : "token";
        Fail(at, $"unexpected {at.Kind.Name()} {what}: non-terminated object", $"line {cause.Line}, column {cause.Column}: {cause.Message}");
        _blame = (_errors[errorsBefore], cause);
    }
}
