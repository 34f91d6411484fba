namespace MicroApps.Detection;

/// <summary>What it means when text of a type leaves: a person is exposed, or a door is open.</summary>
public enum EntityKind
{
    /// <summary>Data about a person.</summary>
    Pii,

    /// <summary>A credential: who holds it can act.</summary>
    Secret,
}
