namespace MicroApps;

/// <summary>How far a model is trusted, from most to least; the order may be compared.</summary>
public enum ModelTrust
{
    /// <summary>An enterprise platform with a contract in place.</summary>
    Managed,

    /// <summary>Run by the organisation itself.</summary>
    SelfHosted,

    /// <summary>A vetted vendor over its public API.</summary>
    Public,

    /// <summary>Nobody has looked at it yet.</summary>
    Unvetted,
}
