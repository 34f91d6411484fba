using System.Text.Json;
using MicroApps.Ledger;

namespace MicroApps.Cli;

/// <summary>What the verification of an audit log came to.</summary>
internal sealed record VerifyReport(
    string Origin, long Size, Hash256 Root, (DateTimeOffset First, DateTimeOffset Last)? Times, ExpectedHead Expected, IReadOnlyList<AuditProblem> Problems)
{
    private bool IsCut => Problems.Count >= AuditVerifier.MaxProblems;

    public void Write(TextWriter output)
    {
        var verdict = Problems.Count == 0 ? "verified" : $"NOT verified: {(IsCut ? "at least " : "")}{Plain.Count(Problems.Count, "problem")}";
        output.WriteLine($"audit: {Plain.Count(Size, "record")}, {verdict}");
        output.WriteLine($"  origin  {Plain.Text(Origin)}");
        output.WriteLine($"  size    {Invariant(Size)}");
        output.WriteLine($"  root    {Root}");
        if (Times is { } times)
            output.WriteLine($"  time    {Plain.Time(times.First)} to {Plain.Time(times.Last)}");
        output.WriteLine();
        foreach (var problem in Problems)
            output.WriteLine($"record {Invariant(problem.Index)}: {Plain.Text(problem.What)}");
        if (Problems.Count == 0)
        {
            output.WriteLine($"Proven:     {Proven()}");
            output.WriteLine($"Not proven: {NotProven()}");
        }
        else
        {
            output.WriteLine();
            output.WriteLine("Keep the file as it is: it is evidence. Compare it with a backup to see what was there.");
        }
    }

    public string ToJson() => JsonText.Write(json =>
    {
        json.WriteBoolean("verified", Problems.Count == 0);
        json.WriteString("origin", Origin);
        json.WriteNumber("size", Size);
        json.WriteString("root", Root.ToString());
        if (Times is { } times)
        {
            json.WriteString("first_time", times.First.UtcDateTime);
            json.WriteString("last_time", times.Last.UtcDateTime);
        }

        WriteExpected(json);
        json.WriteStartArray("problems");
        foreach (var problem in Problems)
        {
            json.WriteStartObject();
            json.WriteNumber("index", problem.Index);
            json.WriteString("what", problem.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("more_problems", IsCut);
        json.WriteString("proven", Problems.Count == 0 ? Proven() : null);
        json.WriteString("not_proven", Problems.Count == 0 ? NotProven() : null);
    });

    private void WriteExpected(Utf8JsonWriter json)
    {
        if (Expected.Log is not { } log)
            return;
        json.WriteNumber("expected_size", log.Size);
        json.WriteString("expected_root", log.Root.ToString());
    }

    private string Proven() => Expected.Log is { Size: > 0 } log
        ? $"the first {Plain.Count(log.Size, "record")} are those of the expected head, unchanged, whole and in order; all {Plain.Number(Size)} agree with each other and with the file's own head."
        : "the records agree with each other and with the file's own head: none was changed, lost, moved or added without also recomputing every hash.";

    private string NotProven() => Expected.Log is { Size: > 0 } log
        ? (Size > log.Size
            ? $"that the {Plain.Count(Size - log.Size, "record")} since that head were not rewritten; keep the new size and root for the next time."
            : "what was never recorded; and what was recorded since that head and cut off again.")
        : "that nobody rewrote or cut off the whole: the log has no signed checkpoint, and who can write the file can do both. Keep size and root elsewhere and give them as --expect-size and --expect-root the next time.";

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
