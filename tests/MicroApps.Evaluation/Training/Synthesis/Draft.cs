using System.Text;

namespace MicroApps.Evaluation;

/// <summary>A text in the making, and what is annotated in it.</summary>
internal sealed class Draft
{
    private readonly StringBuilder _text = new();
    private readonly List<Span> _spans = [];

    public string Text => _text.ToString();

    public List<Span> Spans => _spans;

    public Draft Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public Draft Mark(string type, string text)
    {
        _spans.Add(new Span(_text.Length, _text.Length + text.Length, type));
        _text.Append(text);
        return this;
    }

    /// <summary>Writes something before every line.</summary>
    public Draft Quote(string mark)
    {
        var breaks = Enumerable.Range(0, _text.Length).Where(i => _text[i] == '\n').ToArray();
        int Shift(int position) => position + (mark.Length * (1 + breaks.Count(b => b < position)));
        var quoted = new Draft().Add(mark + _text.ToString().Replace("\n", "\n" + mark, StringComparison.Ordinal));
        quoted._spans.AddRange(_spans.Select(s => new Span(Shift(s.Start), Shift(s.End), s.Type)));
        return quoted;
    }
}
