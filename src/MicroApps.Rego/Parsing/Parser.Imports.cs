namespace MicroApps.Rego;

/// <summary>Imports.</summary>
internal sealed partial class Parser
{
    private void ParseImport()
    {
        var first = _at;
        if (ParsePath("an import has a path: `import data.app.rules`") is not { } term)
            return;
        if (term is not (VarTerm or RefTerm { Head: VarTerm }))
        {
            Fail("expected path", "an import has a path: `import data.app.rules`");
            return;
        }

        var head = term as VarTerm ?? (VarTerm)((RefTerm)term).Head;
        if (NamesOf(head, (term as RefTerm)?.Path ?? []) is not { } path)
            return;
        if (path[0] is not ("data" or "input" or "future" or "rego"))
        {
            Fail(term.Location, $"unexpected import path, must begin with one of: {{data, future, input, rego}}, got: {path[0]}", "packages are imported as `data.…`");
            return;
        }

        if (!ParseAlias(out var alias))
            return;
        if (alias is null && path[0] != "future" && TokenKinds.IsKeyword(path[^1]))
            Fail(term.Location, $"unexpected import path, must not end with a keyword, got: {path[^1]}", "import a different path or use an alias");
        else if (RefusalOf(path, alias) is { } refusal)
            Fail(term.Location, refusal, "version 1 has these keywords without an import");
        else
            _imports.Add(new(Locate(first), term, alias));
    }

    private bool ParseAlias(out string? alias)
    {
        alias = null;
        if (!Accept(TokenKind.As))
            return true;
        if (Kind == TokenKind.Identifier && ParseTerm() is VarTerm { IsWildcard: false, Name: not ("input" or "data") } name)
        {
            alias = name.Name;
            return true;
        }

        Unexpected("expected var", "a name follows `as`");
        return false;
    }

    private static string? RefusalOf(List<string> path, string? alias)
    {
        if (path[0] == "rego")
            return path is [_, "v1"] ? null : $"invalid import `{string.Join(".", path)}`, must be `rego.v1`";
        if (path[0] != "future")
            return null;
        if (path.Count == 1 || path[1] != "keywords")
            return "invalid import, must be `future.keywords`";
        if (alias is not null)
            return "`future` imports cannot be aliased";
        return path.Count != 3 || path[2] is "contains" or "every" or "if" or "in" ? null : "unexpected keyword, must be one of [contains every if in]";
    }
}
