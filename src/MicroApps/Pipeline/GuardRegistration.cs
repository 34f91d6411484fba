namespace MicroApps;

/// <summary>An app's own guard and its place.</summary>
/// <param name="Point">Where it stands among the built-in guards.</param>
/// <param name="Guard">The guard.</param>
public sealed record GuardRegistration(GuardPoint Point, Guard Guard);
