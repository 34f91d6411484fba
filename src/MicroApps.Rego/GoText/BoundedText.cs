using System.Text;

namespace MicroApps.Rego;

/// <summary>Text that grows up to a limit: a few letters of a pattern or a format can ask for any amount of it.</summary>
internal sealed class BoundedText(int most = BoundedText.Most)
{
    /// <summary>The most UTF-16 units of one text that a function may make.</summary>
    public const int Most = 1 << 26;

    private readonly StringBuilder _text = new();

    /// <summary>Whether something did not fit; what was written since is lost.</summary>
    public bool IsFull { get; private set; }

    public BoundedText Append(string text) => Append(text, 0, text.Length);

    public BoundedText Append(string text, int start, int count)
    {
        if (Takes(count))
            _text.Append(text, start, count);
        return this;
    }

    public BoundedText Append(char c, int count = 1)
    {
        if (Takes(count))
            _text.Append(c, count);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>The text as a value, or the failure of a function whose result is too long.</summary>
    public RegoValue? ToValue(BuiltinContext context) => IsFull ? context.Fail("the result is too long") : RegoValue.From(ToString());

    private bool Takes(int count)
    {
        IsFull |= count > most - _text.Length;
        return !IsFull;
    }
}
