using static MicroApps.RiskRules;

namespace MicroApps;

/// <summary>The fields that reviewers, lawyers and auditors ask for.</summary>
internal static class ComplianceShapes
{
    private static readonly ChoiceKind<LegalBasisKind> Basis = new(
        "a legal basis",
        ("consent", LegalBasisKind.Consent), ("contract", LegalBasisKind.Contract), ("legal-obligation", LegalBasisKind.LegalObligation),
        ("vital-interests", LegalBasisKind.VitalInterests), ("public-task", LegalBasisKind.PublicTask), ("legitimate-interests", LegalBasisKind.LegitimateInterests));

    private static readonly ChoiceKind<IntegrationLevel> Integration = new(
        "a level of integration", ("none", IntegrationLevel.None), ("internal", IntegrationLevel.Internal), ("external", IntegrationLevel.External));

    public static readonly Shape<ManifestPrivilegedAction> PrivilegedAction = new Shape<ManifestPrivilegedAction>("a privileged action", v => new()
    {
        Action = v.Get<string>("action"),
        Reason = v.Get<string>("reason"),
    })
    {
        Key = ["action"],
    }
        .Must("action", Kinds.Slug, a => a.Action, "What the app may do.", Any("privileged action"))
        .Must("reason", Kinds.Prose, a => a.Reason, "Why it needs to.", Any("privileged action"));

    public static readonly Shape<ManifestDependencies> Dependencies = new Shape<ManifestDependencies>("the 'dependencies' group", v => new()
    {
        Sbom = v.Get<string?>("sbom"),
        HighRisk = v.Get<bool>("highRisk"),
    })
        .May("sbom", Kinds.RelativeFile, d => d.Sbom, "The CycloneDX file that lists what the app is built from.")
        .May("highRisk", Kinds.Flag, d => d.HighRisk, "Whether it depends on open source that counts as high-risk.", Any("dependencies"), false);

    public static readonly Shape<ManifestAgreement> Agreement = new Shape<ManifestAgreement>("an agreement", v => new()
    {
        Kind = v.Get<string>("kind"),
        With = v.Get<string>("with"),
        Reference = v.Get<string>("reference"),
        Expires = v.Get<DateOnly?>("expires"),
    })
    {
        Key = ["kind", "with", "reference"],
    }
        .Must("kind", Kinds.Slug, a => a.Kind, "Its kind, such as `dpa`, `baa` or `scc`.", Any("agreement"))
        .Must("with", Kinds.Line, a => a.With, "The other party.", Any("agreement"))
        .Must("reference", Kinds.Line, a => a.Reference, "Where it is filed.", Any("agreement"))
        .May("expires", Kinds.Date, a => a.Expires, "The last day on which it holds.", Any("agreement"));

    public static readonly Shape<ManifestAttestation> Attestation = new Shape<ManifestAttestation>("an attestation", v => new()
    {
        Provider = v.Get<string>("provider"),
        Statement = v.Get<string>("statement"),
        Reference = v.Get<string?>("reference"),
        Expires = v.Get<DateOnly?>("expires"),
    })
    {
        Key = ["provider", "statement"],
    }
        .Must("provider", Kinds.Line, a => a.Provider, "The provider.", Any("attestation"))
        .Must("statement", Kinds.Line, a => a.Statement, "What it states, such as zero data retention.", Any("attestation"))
        .May("reference", Kinds.Line, a => a.Reference, "Where it is filed.", Any("attestation"))
        .May("expires", Kinds.Date, a => a.Expires, "The last day on which it holds.", Any("attestation"));

    public static readonly Shape<ManifestLegalBasis> LegalBasis = new Shape<ManifestLegalBasis>("the 'legalBasis' group", v => new()
    {
        Basis = v.Get<LegalBasisKind>("basis"),
        Consent = v.Get<string?>("consent"),
        Reference = v.Get<string?>("reference"),
    })
    {
        Check = v =>
        {
            if (v.Get<LegalBasisKind?>("basis") == LegalBasisKind.Consent && !v.Has("consent"))
                v.Add("basis", "consent needs the text that people agree to", "Add 'consent:' with that text, or name another basis");
        },
    }
        .Must("basis", Basis, l => l.Basis, "One of GDPR article 6(1): `consent`, `contract`, `legal-obligation`, `vital-interests`, `public-task`, `legitimate-interests`.", Any("legal basis"))
        .May("consent", Kinds.Prose, l => l.Consent, "The text that people agree to. Needed for `consent`.", Any("consent"))
        .May("reference", Kinds.Line, l => l.Reference, "Where the reasoning is filed.");

    public static readonly Shape<ManifestControl> Control = new Shape<ManifestControl>("a control", v => new()
    {
        Id = v.Get<string>("id"),
        Evidence = v.Get<string>("evidence"),
    })
    {
        Key = ["id"],
    }
        .Must("id", Kinds.Control, c => c.Id, "The control's id in its framework, such as SOC2-CC6.1.", Any("control"))
        .Must("evidence", Kinds.Line, c => c.Evidence, "A file or address that shows that it is met.", Any("control"));

    public static readonly Shape<ManifestReview> Review = new Shape<ManifestReview>("the 'review' group", v => new()
    {
        Interval = v.Get<Period?>("interval"),
        Last = v.Get<DateOnly?>("last"),
    })
        .May("interval", Kinds.Period, r => r.Interval, "The time between reviews, such as `90d`. The risk decides when left out.", Lengthened("review interval"))
        .May("last", Kinds.Date, r => r.Last, "The day of the last review.");

    public static readonly Shape<ManifestImpact> Impact = new Shape<ManifestImpact>("the 'impact' group", v => new()
    {
        Operational = v.Get<int?>("operational"),
        Integration = v.Get<IntegrationLevel?>("integration"),
        Sensitivity = v.Get<int?>("sensitivity"),
        ModelTrust = v.Get<int?>("modelTrust"),
    })
        .May("operational", Kinds.Score, i => i.Operational, "What a failure would do to the business: 0 nothing, 10 it stands still.", Any("impact"))
        .May("integration", Integration, i => i.Integration, "What the app is connected to: `none`, `internal`, `external`. Derived from tools and egress when left out.", Any("impact"))
        .May("sensitivity", Kinds.Score, i => i.Sensitivity, "The data's sensitivity. Derived from the data classes when left out.", Any("impact"))
        .May("modelTrust", Kinds.Score, i => i.ModelTrust, "The trust in the models. Derived from their trust levels when left out.", Any("impact"));

    public static readonly Shape<ManifestDecommission> Decommission = new Shape<ManifestDecommission>("the 'decommission' group", v => new()
    {
        DeleteVectors = v.Get<bool>("deleteVectors"),
        DeleteCaches = v.Get<bool>("deleteCaches"),
        Contact = v.Get<string?>("contact"),
    })
        .May("deleteVectors", Kinds.Flag, d => d.DeleteVectors, "Whether its records in vector stores are deleted.", Left(true, "deletion dropped"), true)
        .May("deleteCaches", Kinds.Flag, d => d.DeleteCaches, "Whether its caches are deleted.", Left(true, "deletion dropped"), true)
        .May("contact", Kinds.Email, d => d.Contact, "Whom to ask about what remains; the owner when left out.");
}
