namespace MicroApps.Rego;

/// <summary>Reads sources of Rego, version 1.</summary>
internal static class ModuleParser
{
    /// <summary>Reads a module. Behind an error the next rule is read, so that several are told; what could be read is answered.</summary>
    /// <param name="file">The name of the source.</param>
    /// <param name="source">The whole text.</param>
    /// <param name="errors">Where the errors are added: those of the syntax before those of rules that are written well.</param>
    /// <param name="isBuiltin">Whether a name is that of a built-in function: <c>count(x)</c> alone is then refused, as OPA does.</param>
    public static Module Parse(string file, string source, List<RegoError> errors, Func<string, bool>? isBuiltin = null)
    {
        var parser = new Parser(Lexer.Read(file, source), isBuiltin);
        var module = parser.ParseModule();
        errors.AddRange(parser.Errors);
        return module;
    }

    /// <summary>Reads a query: expressions, separated by <c>;</c> or new lines.</summary>
    public static IReadOnlyList<Expr> ParseQuery(string file, string source, List<RegoError> errors)
    {
        var parser = new Parser(Lexer.Read(file, source));
        var query = parser.ParseQuery();
        errors.AddRange(parser.Errors.Take(1));
        return query;
    }

    /// <summary>Reads one term; null of Rego when that fails.</summary>
    public static Term ParseTerm(string file, string source, List<RegoError> errors)
    {
        var parser = new Parser(Lexer.Read(file, source));
        var term = parser.ParseSingleTerm();
        errors.AddRange(parser.Errors.Take(1));
        return term;
    }
}
