namespace MicroApps;

/// <summary>A file that was not looked at: its content is unknown, not clean.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedFile(string Path, string Reason);
