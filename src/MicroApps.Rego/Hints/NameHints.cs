using System.Text.RegularExpressions;

namespace MicroApps.Rego;

/// <summary>Hints on names that nothing has: what was meant, by their spelling and by what other languages call it.</summary>
internal static class NameHints
{
    private static readonly Dictionary<string, string> s_values = new(StringComparer.Ordinal)
    {
        ["True"] = "true", ["TRUE"] = "true", ["False"] = "false", ["FALSE"] = "false", ["None"] = "null", ["nil"] = "null", ["Null"] = "null", ["NULL"] = "null", ["undefined"] = "not x",
    };

    private static readonly Dictionary<string, string> s_functions = new(StringComparer.Ordinal)
    {
        ["len"] = "count", ["length"] = "count", ["size"] = "count", ["append"] = "array.concat", ["push"] = "array.concat", ["join"] = "concat", ["format"] = "sprintf",
        ["printf"] = "sprintf", ["str"] = "sprintf", ["string"] = "sprintf", ["int"] = "to_number", ["float"] = "to_number", ["number"] = "to_number", ["parse_int"] = "to_number",
        ["toLower"] = "lower", ["toUpper"] = "upper", ["to_lower"] = "lower", ["to_upper"] = "upper", ["starts_with"] = "startswith", ["ends_with"] = "endswith", ["startsWith"] = "startswith",
        ["endsWith"] = "endswith", ["match"] = "regex.match", ["matches"] = "regex.match", ["keys"] = "object.keys", ["get"] = "object.get", ["typeof"] = "type_name", ["type"] = "type_name",
        ["is_empty"] = "count", ["now"] = "time.now_ns", ["range"] = "numbers.range", ["jsonmarshal"] = "json.marshal", ["parse_json"] = "json.unmarshal", ["strip"] = "trim_space", ["random"] = "rand.intn",
    };

    public static string? ForVariable(string name, string line, Module module, IReadOnlyList<Module> modules)
    {
        if (s_values.TryGetValue(name, out var value))
            return $"write `{value}`";
        if (Regex.Match(line, $@"[\w.]*\b\w+-{Regex.Escape(name)}\b|\b{Regex.Escape(name)}-\w+") is { Success: true } dashed)
            return $"a name has no `-`; if `{dashed.Value}` is one, write it as a string in brackets, such as `input[\"{dashed.Value.Substring(dashed.Value.LastIndexOf('.') + 1)}\"]`, and if it is a difference, put spaces around the `-`";
        if (Regex.IsMatch(module.Source, $@"\binput\.{Regex.Escape(name)}\b"))
            return $"did you mean `input.{name}`?";
        var words = Regex.Matches(Regex.Replace(module.Source, @"#.*|""[^""\n]*""", ""), @"(?<![.\w])[A-Za-z_]\w*").Cast<Match>().Select(m => m.Value);
        var rules = modules.Where(m => m.Package.SequenceEqual(module.Package)).SelectMany(RulesOf);
        return Meant(name, rules.Concat(words).Where(w => w != name && !BuiltinSignatures.Arities.ContainsKey(w)));
    }

    public static string? ForFunction(string name, Module module, IReadOnlyList<Module> modules)
    {
        // What exists is not granted, which the error says.
        if (BuiltinSignatures.Arities.ContainsKey(name))
            return null;
        if (s_functions.TryGetValue(name, out var known))
            return $"did you mean `{known}`?";
        var own = modules.Where(m => m.Package.SequenceEqual(module.Package)).SelectMany(RulesOf);
        var imported = from import in module.Imports
                       where import.Path is RefTerm
                       let path = ((RefTerm)import.Path).Path.OfType<ConstantTerm>().Select(p => (p.Value as StringValue)?.Value).ToList()
                       from other in modules
                       where other.Package.SequenceEqual(path)
                       from rule in RulesOf(other)
                       select $"{ImportCheck.NameOf(import)}.{rule}";
        return Meant(name, own.Concat(imported).Concat(BuiltinSignatures.Arities.Keys.Where(k => !k.StartsWith("internal.", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> RulesOf(Module module) => module.Rules.Select(r => r.Head.Name).OfType<VarTerm>().Select(v => v.Name);

    private static string? Meant(string name, IEnumerable<string> candidates)
    {
        var most = name.Length < 3 ? 0 : name.Length < 6 ? 1 : 2;
        var near = candidates.Distinct().Select(c => (Name: c, Distance: Spelling.Distance(name, c))).Where(c => c.Distance > 0 && c.Distance <= most);
        return near.OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => $"did you mean `{c.Name}`?").FirstOrDefault();
    }
}
