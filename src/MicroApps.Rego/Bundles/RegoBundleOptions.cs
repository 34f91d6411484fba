namespace MicroApps.Rego;

/// <summary>What a bundle may be, and by whom it has to be signed.</summary>
public sealed class RegoBundleOptions
{
    /// <summary>The most bytes all files have together, unpacked; 64 MiB by default.</summary>
    public long MaxBytes { get; set; } = 64L << 20;

    /// <summary>The most files; 10,000 by default.</summary>
    public int MaxFiles { get; set; } = 10_000;

    /// <summary>The keys that may have signed. With any, a bundle without a valid signature is refused.</summary>
    public IList<RegoBundleKey> Keys { get; } = [];

    /// <summary>The scope that a signature has to name; null for none.</summary>
    public string? Scope { get; set; }

    /// <summary>Whether a bundle that is signed is read without a look at the signature when there are no <see cref="Keys"/>; false by default.</summary>
    public bool IgnoreSignatures { get; set; }
}
