namespace MicroApps;

/// <summary>What happens to a value of an entity type that the model itself brings into a response.</summary>
public enum ResponseAction
{
    /// <summary>Passed on and recorded.</summary>
    Report,

    /// <summary>Replaced by a fixed mark.</summary>
    Mask,

    /// <summary>The response is refused.</summary>
    Block,
}
