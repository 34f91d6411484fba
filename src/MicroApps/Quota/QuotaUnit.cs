namespace MicroApps;

/// <summary>What a limit counts.</summary>
public enum QuotaUnit
{
    /// <summary>Model calls.</summary>
    Requests,

    /// <summary>Input and output tokens.</summary>
    Tokens,

    /// <summary>Nano-dollars (10⁻⁹ USD).</summary>
    Money,
}
