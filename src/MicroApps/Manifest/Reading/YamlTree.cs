using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MicroApps;

/// <summary>
/// Reads the part of YAML that a manifest may use, with places: no anchors, aliases, merge keys or tags, no second document, bounded depth.
/// Works on the parser's events, so that hostile text is refused before anything large is built.
/// </summary>
internal sealed class YamlTree
{
    public const int MaxDepth = 16;

    private readonly Parser _parser;
    private readonly ManifestErrors _errors;
    private Mark _last = Mark.Empty;

    private YamlTree(string yaml, ManifestErrors errors)
    {
        _parser = new Parser(new StringReader(yaml));
        _errors = errors;
    }

    /// <summary>The root, or null when the text is no YAML, or too deep.</summary>
    public static YamlNode? Read(string yaml, ManifestErrors errors)
    {
        var tree = new YamlTree(yaml, errors);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            var (message, mend) = YamlTrouble.Explain(e.Message);
            errors.Add(Line(e.Start), Column(e.Start), "", message, mend);
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to a flow collection that never ends.
            errors.Add(Line(tree._last), Column(tree._last), "", "a '[' or '{' is never closed", "Close it with ']' or '}' before this place");
        }

        return null;
    }

    private static int Line(Mark mark) => (int)Math.Max(1, mark.Line);

    private static int Column(Mark mark) => (int)Math.Max(1, mark.Column);

    private T Next<T>()
        where T : ParsingEvent
    {
        _parser.MoveNext();
        _last = _parser.Current?.End ?? _last;
        return _parser.Current as T ?? throw new InvalidOperationException();
    }

    private YamlNode? Document()
    {
        Next<StreamStart>();
        if (Next<ParsingEvent>() is StreamEnd) return null;
        var root = Node(Next<ParsingEvent>(), 1);
        if (root is null) return null;
        Next<DocumentEnd>();
        var end = Next<ParsingEvent>();
        if (end is not StreamEnd)
            _errors.Add(Line(end.Start), Column(end.Start), "", "a second document starts here", "Keep one document: remove the '---' or '...' line and what follows");
        return root;
    }

    private YamlNode? Node(ParsingEvent e, int depth)
    {
        var (line, column) = (Line(e.Start), Column(e.Start));
        if (e is AnchorAlias)
        {
            _errors.Add(line, column, "", "aliases ('*name') are not allowed", "Write the value out again");
            return new YamlBroken(line, column);
        }

        if (e is not NodeEvent node)
        {
            // The parser lets a line that starts with ':' pass as a name without a value.
            _errors.Add(line, column, "", "a name or a value is missing before this place", "Write 'name: value'");
            return null;
        }

        if (!node.Anchor.IsEmpty) _errors.Add(line, column, "", "anchors ('&name') are not allowed", "Remove it");
        if (!node.Tag.IsEmpty && !(node is Scalar { Tag.IsNonSpecific: true, Style: not ScalarStyle.Plain }))
            _errors.Add(line, column, "", "tags ('!name') are not allowed", "Remove it; put text that looks like a number in quotes");
        if (depth > MaxDepth)
        {
            _errors.Add(line, column, "", $"the file is nested more than {MaxDepth} deep", "Use the fields of the manifest only");
            return null;
        }

        return node switch
        {
            Scalar scalar => new YamlScalar(line, column, scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => List(line, column, depth),
            _ => Map(line, column, depth),
        };
    }

    private YamlList? List(int line, int column, int depth)
    {
        List<YamlNode> items = [];
        for (var e = Next<ParsingEvent>(); e is not SequenceEnd; e = Next<ParsingEvent>())
        {
            if (Node(e, depth + 1) is not { } item) return null;
            items.Add(item);
        }

        return new(line, column, items);
    }

    private YamlMap? Map(int line, int column, int depth)
    {
        List<KeyValuePair<YamlScalar, YamlNode>> entries = [];
        Dictionary<string, int> seen = [];
        for (var e = Next<ParsingEvent>(); e is not MappingEnd; e = Next<ParsingEvent>())
        {
            if (Node(e, depth + 1) is not { } key || Node(Next<ParsingEvent>(), depth + 1) is not { } value) return null;
            if (key is YamlScalar name && Accept(name, seen)) entries.Add(new(name, value));
            else if (key is YamlList or YamlMap) _errors.Add(key, "", $"{key.Noun} cannot be the name of a field", "Write 'name: value'");
        }

        return new(line, column, entries);
    }

    private bool Accept(YamlScalar name, Dictionary<string, int> seen)
    {
        if (name.Text == "<<")
        {
            _errors.Add(name, "", "merge keys ('<<') are not allowed", "Write the fields out");
            return false;
        }

        if (!seen.TryGetValue(name.Text, out var line))
        {
            seen.Add(name.Text, name.Line);
            return true;
        }

        _errors.Add(name, "", $"{Wording.Quote(name.Text)} is written twice, first on line {line}", "Keep one of them");
        return false;
    }
}
