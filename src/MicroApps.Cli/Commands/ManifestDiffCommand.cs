using System.CommandLine;
using System.Text.Json;

namespace MicroApps.Cli;

/// <summary><c>microapp manifest diff</c>: what changed between two manifests, and what of it alters the risk.</summary>
internal sealed class ManifestDiffCommand : Verb
{
    private readonly Argument<string> _old = new("OLD") { Description = "The manifest before." };
    private readonly Argument<string> _new = new("NEW") { Description = "The manifest after." };
    private readonly Option<bool> _json = new("--json") { Description = "The changes as one JSON object." };

    public ManifestDiffCommand()
        : base("diff", "Compares two manifests by meaning and marks what alters the risk.", "microapp manifest diff approved.yaml microapp.yaml", "microapp manifest diff v1/ v2/ --json")
    {
        Add(_old);
        Add(_new);
        Add(_json);
    }

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var (before, after) = (ManifestFile.Load(line.GetRequiredValue(_old)), ManifestFile.Load(line.GetRequiredValue(_new)));
        var changes = ManifestDiff.Compare(before, after);
        if (line.GetValue(_json))
            Out(line).WriteLine(ToJson(before, after, changes));
        else
            Write(Out(line), changes);
        return Task.FromResult(ExitCode.Ok);
    }

    private static void Write(TextWriter output, IReadOnlyList<ManifestChange> changes)
    {
        foreach (var change in changes)
            output.WriteLine($"{(change.AltersRisk ? "!" : " ")} {Plain.Text(change.ToString())}");
        var risky = changes.Count(c => c.AltersRisk);
        output.WriteLine((changes.Count, risky) switch
        {
            (0, _) => "No changes: both mean the same.",
            (_, 0) => $"{Plain.Count(changes.Count, "change")}, none alters the risk.",
            _ => $"{Plain.Count(changes.Count, "change")}, {Plain.Number(risky)} of them (!) altering the risk: an approval of the old manifest does not cover the new one.",
        });
    }

    private static string ToJson(Manifest before, Manifest after, IReadOnlyList<ManifestChange> changes) => JsonText.Write(json =>
    {
        json.WriteString("old_digest", before.Digest);
        json.WriteString("new_digest", after.Digest);
        json.WriteBoolean("alters_risk", changes.Any(c => c.AltersRisk));
        json.WriteStartArray("changes");
        foreach (var change in changes)
            WriteChange(json, change);
        json.WriteEndArray();
    });

    private static void WriteChange(Utf8JsonWriter json, ManifestChange change)
    {
        json.WriteStartObject();
        json.WriteString("field", change.Field);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteBoolean("alters_risk", change.AltersRisk);
        json.WriteString("reason", change.Reason);
        json.WriteEndObject();
    }
}
