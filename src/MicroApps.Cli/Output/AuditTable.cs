using System.Text.Json;

namespace MicroApps.Cli;

/// <summary>Audit records as a table.</summary>
internal sealed class AuditTable(TextWriter output) : IAuditOutput
{
    private readonly TextTable _table = new(">INDEX", "TIME", "KIND", "APP", "MODEL", "DECISION", ">TOKENS", ">COST", "REDACTED", "REASON");
    private bool _hasRows;

    public int Unreadable { get; private set; }

    public void Add(AuditRecord record)
    {
        _hasRows = true;
        var (index, time, kind) = (Plain.Number(record.Index), Plain.Time(record.Entry.Time), record.Entry.Kind);
        if (AuditLeaf.TryParse(record.Entry.Leaf, out var leaf))
        {
            _table.Add(
                index, time, kind, AuditLeaf.Text(leaf, "app_id"), AuditLeaf.Text(leaf, "model_id"), AuditLeaf.Text(leaf, "decision"), Tokens(leaf),
                AuditLeaf.Number(leaf, "cost_nano_usd") is { } cost ? Money.Format(cost) : "", Redacted(leaf), AuditLeaf.Text(leaf, "reason"));
            return;
        }

        Unreadable++;
        _table.Add(index, time, kind, "", "", "", "", "", "", "(not readable)");
    }

    public void Close()
    {
        if (_hasRows)
            _table.Write(output);
    }

    private static string Tokens(JsonElement leaf) =>
        (AuditLeaf.Number(leaf, "input_tokens"), AuditLeaf.Number(leaf, "output_tokens")) is ({ } input, { } answer)
            ? $"{Plain.Number(input)}+{Plain.Number(answer)}"
            : "";

    private static string Redacted(JsonElement leaf)
    {
        var counts = AuditLeaf.Counts(leaf, "actions").Concat(AuditLeaf.Counts(leaf, "response_findings").Select(c => $"answer:{c}"));
        return AuditLeaf.Number(leaf, "count") is { } values ? Plain.Count(values, "value") : string.Join(" ", counts);
    }
}
