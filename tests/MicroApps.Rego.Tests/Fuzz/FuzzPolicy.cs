namespace MicroApps.Rego.Tests;

/// <summary>A generated policy, of package <c>fz</c>, with what it is asked.</summary>
/// <param name="Seed">What makes it again.</param>
/// <param name="Parts">Its definitions.</param>
/// <param name="Rules">The names that queries can read one by one.</param>
/// <param name="Documents">What is under <c>data.d</c>, and what under <c>data.fz.base</c>.</param>
/// <param name="Inputs">What is <c>input</c>; null for nothing.</param>
internal sealed record FuzzPolicy(int Seed, IReadOnlyList<string> Parts, IReadOnlyList<string> Rules, IReadOnlyList<(string Data, string Base)> Documents, IReadOnlyList<string?> Inputs)
{
    /// <summary>Its text.</summary>
    public string Source => string.Join('\n', Parts) + "\n";

    /// <summary>All that is under <c>data</c> besides rules.</summary>
    public string Data(int document) => $"{{\"d\": {Documents[document].Data}, \"fz\": {{\"base\": {Documents[document].Base}}}}}";

    /// <summary>The policy without the definitions that hold these lines.</summary>
    public FuzzPolicy Without(IEnumerable<int> lines)
    {
        var wrong = lines.ToHashSet();
        List<string> kept = [];
        var line = 1;
        foreach (var part in Parts)
        {
            var length = part.Count(c => c == '\n') + 1;
            if (!Enumerable.Range(line, length).Any(wrong.Contains))
                kept.Add(part);
            line += length;
        }

        return this with { Parts = kept };
    }
}
