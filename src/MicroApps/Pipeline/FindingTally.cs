using System.Collections.ObjectModel;

namespace MicroApps;

/// <summary>Counts of findings by entity type: the most that audit, stamp and telemetry ever tell about them.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class FindingTally
{
    private SortedDictionary<string, int>? _request;
    private SortedDictionary<string, int>? _response;

    /// <summary>Values that were found in the request and replaced.</summary>
    public IReadOnlyDictionary<string, int> Request => _request is null ? ReadOnlyDictionary<string, int>.Empty : _request;

    /// <summary>Values that the model itself brought into the response.</summary>
    public IReadOnlyDictionary<string, int> Response => _response is null ? ReadOnlyDictionary<string, int>.Empty : _response;

    /// <summary>Placeholders that were put back for the user or a tool.</summary>
    public int Restored { get; set; }

    /// <summary>Number of findings in the request.</summary>
    public int RequestTotal => _request?.Values.Sum() ?? 0;

    /// <summary>Counts a finding in the request.</summary>
    public void AddRequest(string entityType) => Increment(ref _request, entityType);

    /// <summary>Counts a finding in the response.</summary>
    public void AddResponse(string entityType) => Increment(ref _response, entityType);

    private static void Increment(ref SortedDictionary<string, int>? counts, string entityType)
    {
        ArgumentException.ThrowIfNullOrEmpty(entityType);
        counts ??= new(StringComparer.Ordinal);
        counts[entityType] = counts.GetValueOrDefault(entityType) + 1;
    }
}
