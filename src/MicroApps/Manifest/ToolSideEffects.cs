namespace MicroApps;

/// <summary>What a tool does to the world, from harmless to far-reaching; the order may be compared.</summary>
public enum ToolSideEffects
{
    /// <summary>Computes only.</summary>
    None,

    /// <summary>Reads data of the organisation.</summary>
    Read,

    /// <summary>Changes data of the organisation.</summary>
    Write,

    /// <summary>Sends something out of the organisation.</summary>
    External,
}
