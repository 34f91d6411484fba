namespace MicroApps;

/// <summary>A tool that the app's models may call.</summary>
public sealed record ManifestTool
{
    /// <summary>The function's name; unique in the manifest.</summary>
    public required string Name { get; init; }

    /// <summary>What it does to the world.</summary>
    public required ToolSideEffects SideEffects { get; init; }

    /// <summary>The entity types whose real values the tool may see; all others reach it as placeholders.</summary>
    public IReadOnlyList<string> Originals { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>What it does, or null.</summary>
    public string? Description { get; init; }
}
