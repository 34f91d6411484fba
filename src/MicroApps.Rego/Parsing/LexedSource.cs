namespace MicroApps.Rego;

/// <summary>A source and its tokens.</summary>
/// <param name="File">Its name.</param>
/// <param name="Source">The whole text.</param>
/// <param name="Tokens">In order; the last is the end of file.</param>
/// <param name="Comments">In order.</param>
/// <param name="Problems">What is wrong with the illegal tokens, by their places in <paramref name="Tokens"/>.</param>
internal sealed record LexedSource(
    string File, string Source, Token[] Tokens, IReadOnlyList<Comment> Comments, IReadOnlyDictionary<int, string> Problems);
