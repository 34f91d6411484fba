namespace MicroApps.Evaluation;

/// <summary>Shows texts as people also write them: without capitals, shouted, wrapped, several in a row; and with names no list has.</summary>
internal sealed class Variety
{
    private readonly Dice _dice = new(0xD1B54A32D192ED03);
    private (string Text, List<Span> Spans) _last = ("", []);

    public Dice Dice => _dice;

    /// <summary>The text and now and then a variant of it.</summary>
    public IEnumerable<(string Text, List<Span> Spans, bool HideNames)> Of((string Text, List<Span> Spans) original)
    {
        var (text, spans) = original;
        if (text.Length == 0)
            yield break;
        yield return (text, spans, _dice.Chance(30));
        if (_dice.Chance(10))
            yield return (string.Concat(text.Select(char.ToLowerInvariant)), spans, _dice.Chance(20));
        if (_dice.Chance(4))
            yield return (string.Concat(text.Select(char.ToUpperInvariant)), spans, _dice.Chance(20));
        if (_dice.Chance(8))
            yield return (Wrapped(text), spans, _dice.Chance(30));
        if (_dice.Chance(8))
            yield return (_last.Text + "\n" + text, [.. _last.Spans, .. spans.Select(s => new Span(s.Start + _last.Text.Length + 1, s.End + _last.Text.Length + 1, s.Type))], _dice.Chance(30));
        _last = original;
    }

    private string Wrapped(string text)
    {
        var (width, line, wrapped) = (_dice.Between(20, 80), 0, text.ToCharArray());
        for (var i = 0; i < wrapped.Length; i++, line++)
            if (wrapped[i] == ' ' && line >= width)
                (wrapped[i], line) = ('\n', 0);
        return new(wrapped);
    }
}
