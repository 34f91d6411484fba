namespace MicroApps;

/// <summary>The legal bases for processing personal data of GDPR article 6(1).</summary>
public enum LegalBasisKind
{
    /// <summary>The person agreed: 6(1)(a).</summary>
    Consent,

    /// <summary>Needed for a contract with the person: 6(1)(b).</summary>
    Contract,

    /// <summary>The law demands it: 6(1)(c).</summary>
    LegalObligation,

    /// <summary>It protects a life: 6(1)(d).</summary>
    VitalInterests,

    /// <summary>A task in the public interest: 6(1)(e).</summary>
    PublicTask,

    /// <summary>A legitimate interest outweighs: 6(1)(f).</summary>
    LegitimateInterests,
}
