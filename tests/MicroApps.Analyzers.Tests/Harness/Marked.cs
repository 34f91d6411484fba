using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers.Tests;

/// <summary>Source whose places to be told are marked <c>[|so|]</c>.</summary>
internal sealed record Marked(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static Marked Parse(string source)
    {
        var (text, spans, starts) = (new StringBuilder(), new List<TextSpan>(), new Stack<int>());
        for (var i = 0; i < source.Length; i++)
        {
            var mark = i + 1 < source.Length ? source.AsSpan(i, 2) : [];
            if (mark is "[|")
                starts.Push(text.Length);
            else if (mark is "|]")
                spans.Add(TextSpan.FromBounds(starts.Pop(), text.Length));
            else
            {
                text.Append(source[i]);
                continue;
            }

            i++;
        }

        Assert.Empty(starts);
        return new(text.ToString(), [.. spans.OrderBy(span => span.Start)]);
    }
}
