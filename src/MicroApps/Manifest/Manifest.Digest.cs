using System.Runtime.CompilerServices;

namespace MicroApps;

public sealed partial record Manifest
{
    /// <summary>Keyed by instance: a copy with changes has a digest of its own.</summary>
    private static readonly ConditionalWeakTable<Manifest, string> Digests = [];

    /// <summary>
    /// The digest that approvals, provenance and audit refer to: <c>sha256:</c> and the SHA-256 of the manifest as canonical JSON (RFC 8785), in hex.
    /// </summary>
    /// <remarks>
    /// The JSON has the fields of the file by their names there. Optional fields that are absent or hold their default are left out, so two
    /// files that mean the same have the same digest, and fields that a later SDK adds do not disturb it. The order of lists counts, since
    /// the first model is the default one. Prompts enter by the digest of their file; money and lengths of time as text. Computed once per instance.
    /// </remarks>
    public string Digest => Digests.GetValue(this, ManifestDigest.Compute);
}
