using System.Text;

namespace MicroApps.Rego;

/// <summary>The text that replaces a match, with references to groups as Go writes them: <c>$1</c>, <c>$name</c>, <c>${name}</c>, <c>$$</c>.</summary>
internal sealed class RegexTemplate
{
    private readonly List<(string Text, int[] Groups)> _parts = [];

    public RegexTemplate(string template, IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            if (template[at] != '$')
            {
                text.Append(template[at++]);
                continue;
            }

            at++;
            if (at < template.Length && template[at] == '$')
                at++;
            else if (Name(template, ref at) is { } name)
            {
                _parts.Add((text.ToString(), Groups(name, names)));
                text.Clear();
                continue;
            }

            text.Append('$');
        }

        _parts.Add((text.ToString(), []));
    }

    public bool UsesGroups => _parts.Count > 1;

    /// <summary>Appends the text for a match.</summary>
    public void Append(BoundedText result, string subject, int[] match)
    {
        foreach (var (text, groups) in _parts)
        {
            result.Append(text);
            foreach (var group in groups)
            {
                if (match[2 * group] < 0)
                    continue;
                result.Append(subject, match[2 * group], match[(2 * group) + 1] - match[2 * group]);
                break;
            }
        }
    }

    /// <summary>A name behind a dollar sign; null when there is none, and then nothing is read.</summary>
    private static string? Name(string template, ref int at)
    {
        var isBraced = at < template.Length && template[at] == '{';
        var start = isBraced ? at + 1 : at;
        var end = start;
        while (end < template.Length && (char.IsLetterOrDigit(template[end]) || template[end] == '_'))
            end++;
        if (end == start || (isBraced && (end == template.Length || template[end] != '}')))
            return null;
        at = isBraced ? end + 1 : end;
        return template.Substring(start, end - start);
    }

    /// <summary>The groups of a name or number; the first that took part counts.</summary>
    private static int[] Groups(string name, IReadOnlyList<string> names)
    {
        if (!name.All(c => c is >= '0' and <= '9') || name.Length > 8 || (name.Length > 1 && name[0] == '0'))
            return [.. Enumerable.Range(0, names.Count).Where(i => names[i] == name)];
        var number = name.Aggregate(0, (sum, digit) => (sum * 10) + digit - '0');
        return number < names.Count ? [number] : [];
    }
}
