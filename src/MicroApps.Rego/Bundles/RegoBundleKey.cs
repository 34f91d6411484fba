namespace MicroApps.Rego;

/// <summary>A key that signatures of bundles are verified with.</summary>
/// <param name="Algorithm"><c>HS256</c>, <c>RS256</c> or <c>ES256</c>. A signature that claims another is refused.</param>
/// <param name="Key">The secret of <c>HS256</c> as text; else the public key in PEM.</param>
/// <param name="Id">The <c>kid</c> of the signatures that it is for; null for all.</param>
public sealed record RegoBundleKey(string Algorithm, string Key, string? Id = null)
{
    /// <summary>The algorithm and the id, never the key.</summary>
    public override string ToString() => $"{Algorithm} {Id}";
}
