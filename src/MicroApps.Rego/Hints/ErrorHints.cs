using System.Text.RegularExpressions;

namespace MicroApps.Rego;

/// <summary>Adds what to write instead to errors that beginners make. Code, place and message stay as they are.</summary>
internal static class ErrorHints
{
    private const string Begin = " (hint: ";

    /// <summary>The errors, with better hints where there are any.</summary>
    public static List<RegoError> Improve(IReadOnlyList<RegoError> errors, IReadOnlyList<Module> modules)
    {
        var byFile = modules.GroupBy(m => m.File, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return [.. errors.Select(e => byFile.TryGetValue(e.File, out var module) && For(e, module, modules) is { } hint ? e with { Message = $"{Plain(e.Message)}{Begin}{hint})" } : e)];
    }

    private static string? For(RegoError error, Module module, IReadOnlyList<Module> modules)
    {
        var message = Plain(error.Message);
        if (error.Code == "rego_parse_error")
            return SyntaxHints.For(message, LineOf(module.Source, error.Line), error.Column - 1, module.Source);
        if (Regex.Match(message, @"^var (\S+) is unsafe$") is { Success: true } unsafeVar)
            return NameHints.ForVariable(unsafeVar.Groups[1].Value, LineOf(module.Source, error.Line), module, modules);
        if (Regex.Match(message, @"^undefined function (\S+)$") is { Success: true } function)
            return NameHints.ForFunction(function.Groups[1].Value, module, modules);
        if (Regex.Match(message, @"^function (\S+) has arity") is { Success: true } arity && BuiltinSignatures.Lines.FirstOrDefault(l => l.StartsWith(arity.Groups[1].Value + "(", StringComparison.Ordinal)) is { } line)
            return $"it is called as `{line.Substring(0, line.LastIndexOf(')') + 1)}`";
        if (message.StartsWith("plus: ", StringComparison.Ordinal) && message.Contains("string"))
            return "`+` adds numbers: texts are joined by `concat(\"\", [a, b])` or `sprintf(\"%s%s\", [a, b])`";
        return message.StartsWith("match error", StringComparison.Ordinal) ? "values of these types are never equal" : null;
    }

    private static string Plain(string message) => message.IndexOf(Begin, StringComparison.Ordinal) is var at and >= 0 ? message.Substring(0, at) : message;

    private static string LineOf(string source, int line) => source.Split('\n') is var lines && line >= 1 && line <= lines.Length ? lines[line - 1].TrimEnd('\r') : "";
}
