using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>Errors of policies as a compiler shows them: the place, the line with a caret under it, and what to write instead.</summary>
internal static partial class PolicyErrors
{
    private static readonly (string Part, string Advice)[] s_advice =
    [
        (" is unsafe", "give it a value in the same body: `x := …`, `some x in …`, or an expression without `not` that finds it"),
        ("expression is unsafe", "its variables need values from other expressions of the same body"),
        ("declared var ", "use it, or take it out of `some`"),
        ("assigned var ", "use it, or write `_ := …`"),
        (" assigned above", "compare with `==`, or choose another name"),
        (" declared above", "choose another name"),
        (" referenced above", "assign it before it is used, or choose another name"),
        ("undefined function ", "check the name, and that its package is imported: `import data.library`"),
        (" has arity ", "the number of arguments differs from that of the function"),
        ("recursive", "break the circle: a rule cannot depend on itself"),
        ("cannot assign to", "a variable stands on the left of `:=`; compare with `==`"),
        ("multiple default rules", "keep one `default` for each rule"),
        ("import", "remove it, or use the name that it gives"),
    ];

    public static void Write(TextWriter output, RegoException exception, IReadOnlyDictionary<string, string> sources)
    {
        foreach (var error in exception.Errors)
            output.Write(Text(error, sources.TryGetValue(error.File, out var source) ? source : null));
    }

    /// <summary>An error with its line, one line or more, each with its end.</summary>
    public static string Text(RegoError error, string? source)
    {
        var (message, advice) = Split(error.Message);
        var text = new StringBuilder();
        if (error.File.Length > 0)
            text.Append(Plain.Text(error.File)).Append(':');
        if (error.Line > 0)
            text.Append(CultureInfo.InvariantCulture, $"{error.Line}:{Math.Max(1, error.Column)}:");
        text.Append(text.Length > 0 ? " " : "").Append(error.Code).Append(": ").Append(Lines(message)).Append('\n');
        if (source is not null && error.Line > 0)
            AppendLine(text, error, source);
        if (advice is not null)
            text.Append("  = ").Append(Plain.Text(advice)).Append('\n');
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, RegoError error, string source)
    {
        var lines = source.Split('\n');
        if (error.Line > lines.Length)
            return;
        var line = lines[error.Line - 1].TrimEnd('\r');
        var number = error.Line.ToString(CultureInfo.InvariantCulture);
        text.Append("  ").Append(number).Append(" | ").Append(Shown(line)).Append('\n');
        text.Append(' ', number.Length + 2).Append(" | ");
        var at = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (++at >= error.Column)
                break;
            text.Append(rune.Value == '\t' ? '\t' : ' ');
        }

        text.Append("^\n");
    }

    private static string Lines(string message) => string.Join("\n    ", message.Split('\n').Select(l => Plain.Text(l.Trim())));

    // Tabs keep their width, so that the caret stands where it should.
    private static string Shown(string line) => string.Join('\t', line.Split('\t').Select(Plain.Text));

    private static (string Message, string? Advice) Split(string message)
    {
        if (Hint().Match(message) is { Success: true } hint)
            return (message[..hint.Index], hint.Groups[1].Value);
        var known = s_advice.FirstOrDefault(a => message.Contains(a.Part, StringComparison.Ordinal));
        return (message, known.Advice);
    }

    [GeneratedRegex(@" \(hint: (.*)\)$", RegexOptions.Singleline)]
    private static partial Regex Hint();
}
