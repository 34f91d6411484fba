namespace MicroApps;

/// <summary>What reading needs besides the text: where errors go, and how files of the app are hashed.</summary>
/// <param name="Errors">Takes the errors.</param>
/// <param name="Hash">Hashes a file of the app's folder; null when there is no folder to look into.</param>
internal sealed record ReadContext(ManifestErrors Errors, Func<string, FileHash>? Hash);

/// <summary>The digest of a file, or why there is none and how to mend that.</summary>
internal readonly record struct FileHash(string? Digest, string Problem, string Mend);
