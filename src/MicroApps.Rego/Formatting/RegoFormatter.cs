namespace MicroApps.Rego;

/// <summary>Writes sources of Rego in the one usual layout, close to that of <c>opa fmt</c>: tabs, one expression a line, comments kept.</summary>
/// <remarks>Thread-safe. What it wrote it leaves as it is, and it never changes what a source means.</remarks>
public static class RegoFormatter
{
    /// <summary>A source in the usual layout.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="source">Its text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="RegoException">The source has errors of syntax; all found are in it.</exception>
    public static string Format(string file, string source)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        _ = source ?? throw new ArgumentNullException(nameof(source));
        List<RegoError> errors = [];
        var module = ModuleParser.Parse(file, source, errors);
        if (errors.Count > 0)
            throw new RegoException(errors);
        var formatted = ModuleFormatter.Write(module);
        // The promise is kept also where the layout would be wrong: such a source stays as it is.
        var again = ModuleParser.Parse(file, formatted, errors);
        return errors.Count == 0 && SyntaxShape.Of(again) == SyntaxShape.Of(module) && again.Comments.Count == module.Comments.Count ? formatted : source;
    }
}
