using System.Globalization;

namespace MicroApps;

/// <summary>The placeholders of one conversation and the values that they stand for. In memory alone, and only while a call needs it.</summary>
/// <remarks>Thread-safe: calls of one conversation that run at the same time share it.</remarks>
internal sealed class PlaceholderMap
{
    /// <summary>Stands for text that looks like a placeholder but was typed by somebody: it must come back as it was.</summary>
    public const string LiteralLabel = "LITERAL";

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Label, int Number), PlaceholderEntry> _byPlaceholder = [];
    private readonly Dictionary<(string Label, string Value), PlaceholderEntry> _byValue = [];
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);
    private List<PlaceholderEntry>? _volatile;

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _byPlaceholder.Count == 0;
        }
    }

    public string[] Labels
    {
        get
        {
            lock (_gate)
                return [.. _counters.Keys];
        }
    }

    public PlaceholderEntry[] Entries
    {
        get
        {
            lock (_gate)
                return [.. _byPlaceholder.Values];
        }
    }

    /// <summary>Entries that the vault does not have for certain.</summary>
    public PlaceholderEntry[] Volatile
    {
        get
        {
            lock (_gate)
                return _volatile is null ? [] : [.. _volatile];
        }
    }

    /// <summary>The entry for a value: the one it has already, or a new one with the next number of its label.</summary>
    public PlaceholderEntry GetOrAdd(string label, string entityType, string value)
    {
        lock (_gate)
        {
            if (_byValue.TryGetValue((label, value), out var known))
                return known;

            var number = _counters.GetValueOrDefault(label) + 1;
            var entry = new PlaceholderEntry(string.Create(CultureInfo.InvariantCulture, $"[{label}_{number}]"), label, number, entityType, value);
            Add(entry);
            (_volatile ??= []).Add(entry);
            return entry;
        }
    }

    /// <summary>Takes over an entry from the vault.</summary>
    public void Load(PlaceholderEntry entry)
    {
        lock (_gate)
            Add(entry);
    }

    /// <summary>The vault has these now.</summary>
    public void MarkDurable(IEnumerable<PlaceholderEntry> entries)
    {
        lock (_gate)
            _volatile?.RemoveAll(entries.Contains);
    }

    public PlaceholderEntry? Find(string label, int number)
    {
        lock (_gate)
            return _byPlaceholder.GetValueOrDefault((label, number));
    }

    private void Add(PlaceholderEntry entry)
    {
        _byPlaceholder.Add((entry.Label, entry.Number), entry);
        _byValue.TryAdd((entry.Label, entry.Value), entry);
        _counters[entry.Label] = Math.Max(_counters.GetValueOrDefault(entry.Label), entry.Number);
    }
}
