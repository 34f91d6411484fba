namespace MicroApps.Rego;

/// <summary>Finds the <c># METADATA</c> blocks of a module, reads them, and says what each is about: the statement below it.</summary>
internal sealed class AnnotationReader(Module module, Action<string, Location, string> report)
{
    private const string ParseError = "rego_parse_error";

    public IEnumerable<Annotation> Read()
    {
        List<Comment> block = [];
        foreach (var comment in module.Comments)
        {
            var goesOn = block.Count > 0 && comment.Location.Line == block[^1].Location.Line + 1 && comment.Location.Column == block[0].Location.Column;
            if (!goesOn)
            {
                if (ReadBlock(block) is { } annotation)
                    yield return annotation;
                block = [];
            }

            if (goesOn || comment.Text.Trim().StartsWith("METADATA", StringComparison.Ordinal))
                block.Add(comment);
        }

        if (ReadBlock(block) is { } last)
            yield return last;
    }

    private Annotation? ReadBlock(List<Comment> block)
    {
        if (block.Count == 0)
            return null;
        var at = block[0].Location;
        try
        {
            if (block.Count == 1)
                throw new FormatException("expected METADATA block, found whitespace");
            var value = YamlReader.Read(string.Concat(block.Skip(1).Select(c => c.Text + "\n")));
            return Attach(at, AnnotationFields.Read(value as ObjectValue ?? throw new FormatException("yaml: unmarshal errors: a mapping is expected")));
        }
        catch (YamlException e)
        {
            report(ParseError, block[LineOf(e.Message, block.Count - 1)].Location, e.Message);
        }
        catch (FormatException e)
        {
            report(ParseError, at, e.Message);
        }

        return null;
    }

    /// <summary>The line that a message tells ("yaml: line 2: …"); the first when it tells none.</summary>
    private static int LineOf(string message, int most)
    {
        var digits = message.StartsWith("yaml: line ", StringComparison.Ordinal) ? message.Substring(11).TakeWhile(c => c is >= '0' and <= '9').Take(6) : [];
        return Math.Max(1, Math.Min(most, digits.Aggregate(0, (n, c) => (n * 10) + c - '0')));
    }

    private Annotation Attach(Location at, Dictionary<RegoValue, RegoValue> fields)
    {
        var rule = module.Rules.FirstOrDefault(r => r.Location.Start > at.Start);
        var import = module.Imports.FirstOrDefault(i => i.Location.Start > at.Start);
        var kind = module.Location.Start > at.Start ? "package"
            : import is not null && (rule is null || import.Location.Start < rule.Location.Start) ? "import"
            : rule is not null ? "rule"
            : "";
        var isEntrypoint = fields.ContainsKey(RegoValue.From("entrypoint"));
        var scope = (fields.TryGetValue(RegoValue.From("scope"), out var given) ? given as StringValue : null)?.Value ?? (kind == "rule" && isEntrypoint ? "document" : kind);
        Check(scope, kind, isEntrypoint);
        fields[RegoValue.From("scope")] = RegoValue.From(scope);
        return new(at, scope, ObjectValue.From(fields), module, kind == "rule" ? rule : null);
    }

    private static void Check(string scope, string kind, bool isEntrypoint)
    {
        var wanted = scope switch
        {
            "rule" or "document" => "rule",
            "package" or "subpackages" => "package",
            _ => throw new FormatException($"invalid annotation scope '{scope}'. Use one of 'rule', 'document', 'package', or 'subpackages'"),
        };
        if (kind != wanted)
            throw new FormatException($"annotation scope '{scope}' must be applied to {wanted} (have {kind})");
        if (isEntrypoint && scope is not ("document" or "package"))
            throw new FormatException($"annotation entrypoint applied to non-document or package scope '{scope}'");
    }
}
