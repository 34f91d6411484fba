namespace MicroApps;

/// <summary>Where the usage figures of a call come from.</summary>
public enum UsageSource
{
    /// <summary>Nothing was used: the call never left.</summary>
    None,

    /// <summary>The provider reported them.</summary>
    Provider,

    /// <summary>The provider reported nothing, or only a part: estimated from the text, never below it.</summary>
    Estimated,
}
