using System.Globalization;
using System.Text.Json;
using MicroApps.Ledger;

namespace MicroApps;

/// <summary>The state of one verification.</summary>
internal sealed class AuditCheck
{
    private static readonly TimeSpan TimeTolerance = TimeSpan.FromMilliseconds(1);

    private readonly MerkleFrontier _tree = new();
    private readonly List<AuditProblem> _problems = [];
    private long _next;

    public long Size => _tree.Size;

    public IReadOnlyList<AuditProblem> Problems => _problems;

    public AuditVerification Result => new(_tree.Size, _tree.Root, _problems);

    public void Report(long index, string what) => _problems.Add(new AuditProblem(index, what));

    public void Add(AuditRecord record)
    {
        if (record.Index != _next)
            Report(_next, $"Index {record.Index} follows where {_next} belongs.");
        _next = record.Index + 1;

        var leaf = record.Entry.Leaf.Span;
        var hash = MerkleHasher.Leaf(leaf);
        if (hash != record.LeafHash)
            Report(record.Index, "The record's bytes do not have the hash that was stored with them.");
        CheckLeaf(record);
        _tree.Append(hash);
    }

    public void Close(AuditHead head)
    {
        if (_tree.Size != head.Size)
            Report(_tree.Size, $"The head states {head.Size} records; {_tree.Size} are there.");
        else if (_tree.Root != head.Root)
            Report(_tree.Size, "The records do not have the root that the head states.");
    }

    private void CheckLeaf(AuditRecord record)
    {
        var (entry, index) = (record.Entry, record.Index);
        try
        {
            var leaf = JsonElement.Parse(entry.Leaf.Span);
            if (!CanonicalJson.Canonicalize(leaf).AsSpan().SequenceEqual(entry.Leaf.Span))
                Report(index, "The record is not canonical JSON.");
            CheckField(leaf, index, "event_id", text => Guid.TryParse(text, out var id) && id == entry.EventId);
            CheckField(leaf, index, "call_id", text => Guid.TryParse(text, out var id) && id == entry.CallId);
            CheckField(leaf, index, "kind", text => text == entry.Kind);
            CheckField(leaf, index, "time", text => IsTime(text, entry.Time));
        }
        catch (Exception e) when (e is JsonException or CanonicalJsonException)
        {
            Report(index, "The record is not canonical JSON.");
        }
    }

    private void CheckField(JsonElement leaf, long index, string name, Func<string, bool> agrees)
    {
        if (leaf.ValueKind != JsonValueKind.Object || !leaf.TryGetProperty(name, out var value)
            || value.ValueKind != JsonValueKind.String || !agrees(value.GetString()!))
        {
            Report(index, $"The record's {name} is not the one that the store files it under.");
        }
    }

    private static bool IsTime(string text, DateTimeOffset expected) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && (time - expected).Duration() < TimeTolerance;
}
