using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace MicroApps.Rego.Tests;

/// <summary>The files that the tests of the parser read: our own cases, and the sources of the conformance suite beside the repository.</summary>
internal static class ParsingFiles
{
    private static readonly string s_folder = FolderOf();

    /// <summary>The cases of refused.txt, whose first lines say how it is written.</summary>
    public static IEnumerable<(int Line, string Message, string Source)> Refused()
    {
        var blocks = File.ReadAllText(Path.Combine(s_folder, "Cases", "refused.txt")).ReplaceLineEndings("\n").TrimEnd('\n').Split("\n>>> ");
        foreach (var block in blocks.Skip(1))
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            var space = block.IndexOf(' ', StringComparison.Ordinal);
            yield return (int.Parse(block[..space], System.Globalization.CultureInfo.InvariantCulture), block[(space + 1)..end], block[(end + 1)..].Replace('␍', '\r'));
        }
    }

    /// <summary>The modules of the cases that OPA 0.70 passes: those without newer features.</summary>
    public static IEnumerable<string> OlderModules() =>
        from line in Lines()
        let entry = JsonNode.Parse(line)!
        where (string?)entry["opa_0_70"] == "OK"
        from module in entry["modules"]?.AsArray() ?? []
        select (string)module!;

    /// <summary>The modules, queries and input terms of all cases in scope.</summary>
    public static IEnumerable<(string Id, string Kind, string Source)> Suite()
    {
        foreach (var line in Lines())
        {
            var entry = JsonNode.Parse(line)!;
            if ((string?)entry["tier"] == "out")
                continue;
            var id = (string)entry["id"]!;
            foreach (var module in entry["modules"]?.AsArray() ?? [])
                yield return (id, "module", (string)module!);
            yield return (id, "query", (string)entry["query"]!);
            if (entry["input_term"] is { } term)
                yield return (id, "term", (string)term!);
        }
    }

    private static IEnumerable<string> Lines()
    {
        var path = Path.Combine(Root(), "..", "shared", "data", "rego", "cases_v1.jsonl.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    public static string Root()
    {
        var folder = s_folder;
        while (!File.Exists(Path.Combine(folder, "Sdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Sdk.sln above " + s_folder);
        return folder;
    }

    private static string FolderOf([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;
}
