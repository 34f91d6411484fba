using System.Globalization;
using System.Runtime.CompilerServices;

namespace MicroApps.Rego.Tests;

/// <summary>Sources with what is to be said of them.</summary>
public sealed record RefusalCase(string Name, bool IsStrict, IReadOnlyList<(string Code, string File, int Line)> Errors, IReadOnlyList<(string File, string Source)> Files)
{
    public override string ToString() => Name;
}

/// <summary>Reads the files in Cases; their first lines say how they are written.</summary>
internal static class RefusalCases
{
    private const string FirstFile = "a.rego";

    public static IEnumerable<RefusalCase> Refused() => Directory.GetFiles(Folder()).Where(f => Path.GetFileName(f) != "accepted.txt").Order(StringComparer.Ordinal).SelectMany(Read);

    public static IEnumerable<RefusalCase> Accepted() => Read(Path.Combine(Folder(), "accepted.txt"));

    private static IEnumerable<RefusalCase> Read(string file) => File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n>>> ").Skip(1).Select(Parse);

    private static RefusalCase Parse(string block)
    {
        var lines = block.TrimEnd('\n').Split('\n');
        var isStrict = lines[0].EndsWith(" strict", StringComparison.Ordinal);
        List<(string, string, int)> errors = [];
        List<(string File, List<string> Lines)> files = [(FirstFile, [])];
        foreach (var line in lines.Skip(1))
        {
            if (line.StartsWith("!!! ", StringComparison.Ordinal))
                errors.Add(Error(line.Split(' ')));
            else if (line.StartsWith("--- ", StringComparison.Ordinal))
                files.Add((line[4..], []));
            else
                files[^1].Lines.Add(line);
        }

        return new(isStrict ? lines[0][..^7] : lines[0], isStrict, errors, [.. files.Select(f => (f.File, string.Join('\n', f.Lines) + "\n"))]);
    }

    private static (string Code, string File, int Line) Error(string[] words) => (words[1], words.Length > 3 ? words[3] : FirstFile, int.Parse(words[2], CultureInfo.InvariantCulture));

    private static string Folder([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "Cases");
}
