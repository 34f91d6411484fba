using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Reads the provenance stamp off a response.</summary>
public static class ProvenanceExtensions
{
    /// <summary>The stamp of a governed response.</summary>
    /// <exception cref="InvalidOperationException">The response carries none: it does not come from a governed client.</exception>
    public static ProvenanceStamp GetProvenance(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return TryFind(response.AdditionalProperties, out var stamp)
            ? stamp
            : throw new InvalidOperationException("The response carries no provenance stamp: it does not come from a governed client. Call client.Govern(app) and use what it returns.");
    }

    /// <summary>The stamp on an update of a governed stream, which only the last one carries; null on the others.</summary>
    public static ProvenanceStamp? FindProvenance(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return TryFind(update.AdditionalProperties, out var stamp) ? stamp : null;
    }

    private static bool TryFind(AdditionalPropertiesDictionary? properties, [NotNullWhen(true)] out ProvenanceStamp? stamp)
    {
        stamp = properties is not null && properties.TryGetValue(ProvenanceStamp.PropertyName, out var value) ? value as ProvenanceStamp : null;
        return stamp is not null;
    }
}
