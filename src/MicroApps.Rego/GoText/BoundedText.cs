using System.Text;

namespace MicroApps.Rego;

/// <summary>Text that grows up to a limit, and spends steps as it does: a few letters of a pattern or a format can ask for any amount of it.</summary>
internal sealed class BoundedText
{
    private readonly Budget _budget = Budget.Current;
    private readonly StringBuilder _text = new();
    private long _unpaid;

    public BoundedText Append(string text) => Append(text, 0, text.Length);

    public BoundedText Append(string text, int start, int count)
    {
        Take(count);
        _text.Append(text, start, count);
        return this;
    }

    public BoundedText Append(char c, int count = 1)
    {
        Take(count);
        _text.Append(c, count);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>The text as a value.</summary>
    public RegoValue ToValue() => RegoValue.From(ToString());

    /// <exception cref="EvaluationException">It would be too long.</exception>
    private void Take(int count)
    {
        if (count > Budget.MostText - _text.Length)
            throw Budget.TextIsTooLong();
        _unpaid += count + 8;
        if (_unpaid < 1024)
            return;
        _budget.SpendText(_unpaid);
        _unpaid = 0;
    }
}
