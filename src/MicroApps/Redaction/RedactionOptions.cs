using MicroApps.Detection;

namespace MicroApps;

/// <summary>How personal data and secrets are treated where the manifest does not say.</summary>
public sealed class RedactionOptions
{
    /// <summary>What happens to personal data in requests. Default: reversible placeholders.</summary>
    public RedactionAction PersonalData { get; set; } = RedactionAction.Pseudonymise;

    /// <summary>What happens to secrets in requests. Default: masked, for good.</summary>
    public RedactionAction Secrets { get; set; } = RedactionAction.Mask;

    /// <summary>Entity types that are masked when the model itself brings them in; all others are counted. Default: cards, accounts, SSNs and secrets.</summary>
    public ISet<string> MaskInResponses { get; } = new HashSet<string>(
        EntityTypes.All.Where(t => t.Kind == EntityKind.Secret)
            .Concat([EntityTypes.CreditCard, EntityTypes.IbanCode, EntityTypes.UsSsn])
            .Select(t => t.Name),
        StringComparer.Ordinal);

    /// <summary>Findings below this score (0–1) are left alone. Default 0.5.</summary>
    public double MinScore { get; set; } = 0.5;

    /// <summary>An app's own detectors, in addition to the built-in ones.</summary>
    public IList<Detector> Detectors { get; } = [];

    /// <summary>An app's own types that need no code, in addition to those of the manifest.</summary>
    public IList<CustomType> Custom { get; } = [];

    /// <summary>Models that read whole paragraphs, such as the names of <c>MicroApps.Names</c>. An answer that streams then waits for the end of each.</summary>
    public IList<TextRecognizer> Recognizers { get; } = [];

    internal void Validate()
    {
        if (MinScore is < 0 or > 1 or double.NaN)
            throw new MicroAppStartException("MicroApp:Redaction:MinScore must be between 0 and 1.");
    }
}
