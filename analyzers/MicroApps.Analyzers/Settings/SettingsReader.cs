namespace MicroApps.Analyzers;

/// <summary>Reads the settings of a file as far as it can: a broken file gives what can be read of it.</summary>
internal static class SettingsReader
{
    public static IReadOnlyList<Setting> Read(string text, SettingsKind kind) =>
        kind == SettingsKind.Json ? new JsonSettings(text).Read() : ReadLines(text, kind == SettingsKind.Yaml ? ':' : '=');

    private static List<Setting> ReadLines(string text, char sign)
    {
        var found = new List<Setting>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (ReadLine(text, start, end, sign) is { } setting)
                found.Add(setting);
            start = end + 1;
        }

        return found;
    }

    private static Setting? ReadLine(string text, int start, int end, char sign)
    {
        var i = text.IndexOf(sign, start, end - start);
        if (i < 0)
            return null;
        var name = text.Substring(start, i - start).Trim(' ', '\t', '-', '"', '\'', '#');
        if (name.StartsWith("export ", StringComparison.Ordinal))
            name = name.Substring(7).TrimStart();
        var (first, last) = (i + 1, end);
        while (first < last && text[first] is ' ' or '\t')
            first++;
        while (last > first && char.IsWhiteSpace(text[last - 1]))
            last--;
        if (last - first > 1 && text[first] is '"' or '\'' && text[last - 1] == text[first])
            (first, last) = (first + 1, last - 1);
        return name.Length > 0 && last > first ? new(name, text.Substring(first, last - first), first, last - first) : null;
    }
}
