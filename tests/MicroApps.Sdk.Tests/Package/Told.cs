using System.Text.Json;

namespace MicroApps.Sdk.Tests;

/// <summary>One result of a build, as its SARIF file has it.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Level">error, warning or note.</param>
/// <param name="File">The file's name; empty when the result has no place.</param>
/// <param name="Line">Counted from 1; 0 when the result has no place.</param>
/// <param name="Column">Counted from 1; 0 when the result has no place.</param>
/// <param name="Message">What is told.</param>
internal sealed record Told(string Rule, string Level, string File, int Line, int Column, string Message)
{
    /// <summary>The results of our rules, and of whatever says that an analyzer did not load or crashed, in the order of their places.</summary>
    public static IReadOnlyList<Told> Read(string sarif)
    {
        using var log = JsonDocument.Parse(System.IO.File.ReadAllBytes(sarif));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(r => !r.TryGetProperty("suppressions", out _)).Select(From)
            .Where(t => t.Rule.StartsWith("MAPP", StringComparison.Ordinal) || t.Rule is "AD0001" or "CS8032" or "CS8033" or "CS8034" or "CS9057")
            .OrderBy(t => t.File, StringComparer.Ordinal).ThenBy(t => t.Line).ThenBy(t => t.Column).ThenBy(t => t.Rule, StringComparer.Ordinal)];
    }

    /// <summary>Without the message: <c>MAPP2001 warning Program.cs(3,16)</c>.</summary>
    public override string ToString() => $"{Rule} {Level}" + (File.Length > 0 ? $" {File}({Line},{Column})" : "");

    private static Told From(JsonElement result)
    {
        var (rule, level, message) = (result.GetProperty("ruleId").GetString()!, result.GetProperty("level").GetString()!, result.GetProperty("message").GetProperty("text").GetString()!);
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
            return new(rule, level, "", 0, 0, message);
        var place = locations[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        var file = Path.GetFileName(Uri.UnescapeDataString(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!));
        return new(rule, level, file, region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), message);
    }
}
