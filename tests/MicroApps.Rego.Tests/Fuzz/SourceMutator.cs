namespace MicroApps.Rego.Tests;

/// <summary>Changes sources: tokens left out, doubled, exchanged, replaced, put between; characters changed; nesting added.</summary>
internal sealed class SourceMutator(Dice dice, IReadOnlyList<string> sources, IReadOnlyList<string> words)
{
    private static readonly string[] s_strangers = ["{", "}", "[", "]", "(", ")", "|", ":=", "=", "==", ",", ";", ":", ".", "not", "some", "in", "every", "with", "as", "if", "contains", "else", "default", "import", "package", "_", "input", "data", "null", "x", "\n", "\"", "`", "#", "-", "1e", "0"];

    /// <summary>The tokens of some sources.</summary>
    public static IReadOnlyList<string> Words(IReadOnlyList<string> sources) =>
        [.. sources.Where((_, i) => i % 4 == 0).SelectMany(s => Lexer.Read("", s).Tokens.Select(t => s[t.Start..t.End])).Where(w => w.Length is > 0 and < 60)];

    /// <summary>One of the sources.</summary>
    public string Pick() => sources[dice.Next(sources.Count)];

    /// <summary>The source with some changes.</summary>
    public string Mutate(string source, int changes)
    {
        for (; changes > 0; changes--)
            source = Change(source);
        return source;
    }

    private string Change(string source)
    {
        var tokens = Lexer.Read("", source).Tokens;
        var token = tokens[dice.Next(tokens.Length)];
        var next = tokens[dice.Next(tokens.Length)];
        var text = source[token.Start..token.End];
        switch (dice.Next(8))
        {
            case 0:
                return source.Remove(token.Start, token.End - token.Start);
            case 1:
                return source.Insert(token.End, " " + text);
            case 2 when token.End <= next.Start:
                return source[..token.Start] + source[next.Start..next.End] + source[token.End..next.Start] + text + source[next.End..];
            case 3:
                return source[..token.Start] + Stranger() + source[token.End..];
            case 4:
                return source.Insert(token.Start, Stranger() + " ");
            case 5 when source.Length > 0:
                var at = dice.Next(source.Length);
                return source[..at] + (char)(dice.Chance(90) ? dice.Next(128) : dice.Next(0x3000)) + source[(at + 1)..];
            case 6:
                var (open, close) = dice.Pick(("[", "]"), ("{", "}"), ("(", ")"), ("[x | x := ", "]"), ("not ", ""), ("{1: ", "}"));
                var depth = dice.Chance(95) ? 1 : 1 + dice.Next(50);
                return source[..token.Start] + string.Concat(Enumerable.Repeat(open, depth)) + text + string.Concat(Enumerable.Repeat(close, depth)) + source[token.End..];
            default:
                return source[..token.Start] + OfOther() + source[token.End..];
        }
    }

    private string Stranger() => dice.Chance(50) ? dice.Pick(s_strangers) : OfOther();

    private string OfOther() => words[dice.Next(words.Count)];
}
