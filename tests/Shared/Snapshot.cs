using System.Runtime.CompilerServices;

namespace MicroApps.Tests;

/// <summary>Compares text with a file kept beside the test; <c>ACCEPT=1</c> in the environment writes the file instead.</summary>
internal static class Snapshot
{
    public static bool Accepting => Environment.GetEnvironmentVariable("ACCEPT") == "1";

    /// <summary>Compares with <paramref name="name"/>, a path relative to the folder of the calling file.</summary>
    public static void Match(string actual, string name, [CallerFilePath] string caller = "") =>
        MatchFile(actual, Path.Combine(Path.GetDirectoryName(caller)!, name));

    public static void MatchFile(string actual, string path)
    {
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (text == expected)
            return;

        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.Fail($"{path} is stale at {FirstDifference(expected, text)}\nIf the change is meant, run the test with ACCEPT=1.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line])
            line++;
        return $"line {line + 1}:\n  in the file: {At(before)}\n  now:         {At(after)}";

        string At(string[] lines) => line < lines.Length ? lines[line] : "(end)";
    }
}
