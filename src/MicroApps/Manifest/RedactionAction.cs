namespace MicroApps;

/// <summary>What happens to a value of an entity type before it leaves the process.</summary>
public enum RedactionAction
{
    /// <summary>Replaced by a placeholder that is put back in the answer.</summary>
    Pseudonymise,

    /// <summary>Replaced by a fixed mark; not put back.</summary>
    Mask,

    /// <summary>Replaced by a keyed hash; not put back.</summary>
    Hash,

    /// <summary>The whole call is refused.</summary>
    Block,

    /// <summary>Sent as it is.</summary>
    Allow,
}
