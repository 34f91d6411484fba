namespace MicroApps;

/// <summary>How sensitive data is, from least to most; the order may be compared.</summary>
public enum DataClass
{
    /// <summary>May be seen by anybody.</summary>
    Public,

    /// <summary>For the organisation only.</summary>
    Internal,

    /// <summary>For a named circle within the organisation.</summary>
    Confidential,

    /// <summary>Under law or contract: payment cards, health, special categories of personal data.</summary>
    Regulated,
}
