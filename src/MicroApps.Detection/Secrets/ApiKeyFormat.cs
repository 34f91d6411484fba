namespace MicroApps.Detection;

/// <summary>A row of the table of key formats.</summary>
/// <param name="Id">Unique name of the format.</param>
/// <param name="Provider">Who issues such keys.</param>
/// <param name="Pattern">The shape, in the small language of <see cref="KeyPattern"/>.</param>
/// <param name="Checksum">Raises the score when it holds; null when the format has none.</param>
/// <param name="Lead">How many characters of the pattern's first literal are not part of the key.</param>
/// <param name="MayBeWord">Whether words can look like such keys; one of letters of one size alone is none then.</param>
internal sealed record ApiKeyFormat(string Id, string Provider, string Pattern, Func<string, bool>? Checksum = null, int Lead = 0, bool MayBeWord = false);
