namespace MicroApps.Rego;

/// <summary>Writes a module: its package, groups of imports in order of the alphabet, and rules with a line between them.</summary>
internal sealed class ModuleFormatter
{
    private readonly Module _module;
    private readonly SourceLines _lines;
    private readonly FormattedText _to = new();
    private readonly CommentQueue _comments;
    private readonly BodyFormatter _bodies;

    private ModuleFormatter(Module module)
    {
        _module = module;
        _lines = new(module.Source);
        _comments = new(module.Comments, _lines, _to);
        _bodies = new(module.Source, _lines, _to, _comments);
    }

    public static string Write(Module module) => new ModuleFormatter(module).Write();

    /// <summary>Whether an import says what version 1 has anyway.</summary>
    public static bool IsObsolete(Import import) => import.Path is RefTerm { Head: VarTerm { Name: "rego" or "future" } };

    private string Write()
    {
        var package = _module.Location;
        var previous = _comments.Flush(package.Start, -1, leavesLine: false);
        Separate(previous, package);
        _to.Write("package " + PathText(_module.Package));
        End(package, _module.Imports is [var first, ..] ? first.Location : _module.Rules is [var rule0, ..] ? rule0.Location : null);
        WriteImports();
        WriteRules();
        var last = _module.Rules is [.., var rule] ? rule.Location : _module.Imports is [.., var import] ? import.Location : package;
        _comments.Flush(int.MaxValue, _lines.End(last), leavesLine: true);
        return _to.ToString();
    }

    private void WriteImports()
    {
        var imports = _module.Imports;
        for (var i = 0; i < imports.Count;)
        {
            var end = i + 1;
            while (end < imports.Count && _lines.Start(imports[end].Location) <= _lines.End(imports[end - 1].Location) + 1)
                end++;
            WriteGroup([.. imports.Skip(i).Take(end - i)], end < imports.Count ? imports[end].Location.Start : _module.Rules is [var rule, ..] ? rule.Location.Start : int.MaxValue);
            i = end;
        }
    }

    private void WriteGroup(List<Import> group, int limit)
    {
        _to.LeaveLine();
        // A comment at the end of a line belongs to its import, and would have to move with it.
        var isSorted = !_comments.HasBefore(limit) || !_module.Comments.Any(c => c.Location.Start > group[0].Location.Start && _lines.Start(c.Location) <= _lines.End(group[^1].Location));
        var previous = _comments.Flush(group[0].Location.Start, -1, leavesLine: false);
        Separate(previous, group[0].Location);
        var names = group.Where(i => !IsObsolete(i)).ToList();
        if (isSorted)
            names = [.. names.OrderBy(Text, StringComparer.Ordinal)];
        foreach (var import in names)
        {
            if (!isSorted)
                _comments.Flush(import.Location.Start, -1, leavesLine: false);
            _to.Write(Text(import));
            if (!isSorted)
                _comments.Trail(_lines.End(import.Location), import.Location.Start, limit);
            _to.EndLine();
        }
    }

    private void WriteRules()
    {
        var rules = _module.Rules;
        for (var i = 0; i < rules.Count; i++)
        {
            var location = rules[i].Location;
            _to.LeaveLine();
            Separate(_comments.Flush(location.Start, -1, leavesLine: false), location);
            new RuleFormatter(_lines, _to, _comments, _bodies).Write(rules[i]);
            End(location, i + 1 < rules.Count ? rules[i + 1].Location : null);
        }
    }

    private void Separate(int previous, Location location)
    {
        if (previous >= 0 && _lines.Start(location) > previous + 1)
            _to.LeaveLine();
    }

    private void End(Location location, Location? next)
    {
        _comments.Trail(_lines.End(location), location.Start + location.Length, next?.Start ?? int.MaxValue);
        _to.EndLine();
    }

    private static string Text(Import import)
    {
        var path = import.Path is RefTerm { Head: VarTerm head } reference
            ? [head.Name, .. reference.Path.Select(p => ((StringValue)((ConstantTerm)p).Value).Value)] : new List<string> { ((VarTerm)import.Path).Name };
        return $"import {PathText(path)}{(import.Alias is null ? "" : " as " + import.Alias)}";
    }

    private static string PathText(IReadOnlyList<string> path) =>
        path[0] + string.Concat(path.Skip(1).Select(p => TermFormatter.IsName(p) ? "." + p : $"[{JsonWriter.Write(RegoValue.From(p), escapesHtml: false)}]"));
}
