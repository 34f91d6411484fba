namespace MicroApps;

/// <summary>A compliance control that the app meets.</summary>
public sealed record ManifestControl
{
    /// <summary>The control's id in its framework, such as <c>SOC2-CC6.1</c>; unique in the manifest.</summary>
    public required string Id { get; init; }

    /// <summary>A file or address that shows it.</summary>
    public required string Evidence { get; init; }
}
