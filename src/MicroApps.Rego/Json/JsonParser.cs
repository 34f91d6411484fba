using System.Buffers;
using System.Runtime.CompilerServices;

namespace MicroApps.Rego;

/// <summary>Reads one text of JSON straight into values. Each method returns null after it has noted an error, and stands behind what it has read otherwise.</summary>
internal ref partial struct JsonParser
{
    private readonly ReadOnlySpan<byte> _utf8;
    private int _at;
    private int _depth;
    private int _payAt = 4096;
    private char[] _chars = [];
    // Elements of the containers that are open, so that each array is allocated once, with its length.
    private RegoValue[] _stack = Taken();
    private int _top;
    private int _highest;

    public JsonParser(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    public string Error { get; private set; } = "";

    public readonly int Offset => Math.Min(_at, _utf8.Length);

    public RegoValue? Document()
    {
        if (SkipSpace() < 0)
            return Fail("EOF");
        var value = Value();
        return value is null || SkipSpace() < 0 ? value : FailAt("after top-level value");
    }

    public void Dispose()
    {
        if (_chars.Length > 0)
            ArrayPool<char>.Shared.Return(_chars);
        System.Array.Clear(_stack, 0, Math.Min(_highest, _stack.Length));
        if (_stack.Length <= LargestKeptStack)
            t_stack = _stack;
    }

    private RegoValue? Value()
    {
        var next = SkipSpace();
        if (_at >= _payAt)
            Pay();
        switch (next)
        {
            case '{':
                return Nested(isObject: true);
            case '[':
                return Nested(isObject: false);
            case '"':
                return Text(isKey: false);
            case 't':
                return Literal("true", RegoValue.True);
            case 'f':
                return Literal("false", RegoValue.False);
            case 'n':
                return Literal("null", RegoValue.Null);
            case '-' or (>= '0' and <= '9'):
                return Number();
            default:
                return FailAt("looking for beginning of value");
        }
    }

    // A function that reads JSON is a part of an evaluation, which may be ended.
    private void Pay()
    {
        Budget.Current.SpendText(8L * (_at + 4096 - _payAt));
        _payAt = _at + 4096;
    }

    private RegoValue? Nested(bool isObject)
    {
        if (++_depth > JsonReader.MostDepth)
            return Fail("exceeded max depth");
        _at++;
        var value = isObject ? Object() : Array();
        _depth--;
        return value;
    }

    private RegoValue? Array()
    {
        var start = _top;
        if (SkipSpace() == ']')
        {
            _at++;
            return ArrayValue.Empty;
        }

        while (true)
        {
            if (Value() is not { } item)
                return null;
            Push(item);
            var next = SkipSpace();
            if (next is not (',' or ']'))
                return FailAt("after array element");
            _at++;
            if (next == ']')
                return new ArrayValue(Pop(start, 0, 1));
        }
    }

    private RegoValue? Object()
    {
        var start = _top;
        if (SkipSpace() == '}')
        {
            _at++;
            return ObjectValue.Empty;
        }

        while (true)
        {
            if (SkipSpace() != '"')
                return FailAt("looking for beginning of object key string");
            if (Text(isKey: true) is not { } key)
                return null;
            if (SkipSpace() != ':')
                return FailAt("after object key");
            _at++;
            Push(key);
            if (Value() is not { } value)
                return null;
            Push(value);
            var next = SkipSpace();
            if (next is not (',' or '}'))
                return FailAt("after object key:value pair");
            _at++;
            if (next == '}')
                return Close(start);
        }
    }

    private RegoValue? Literal(string text, RegoValue value)
    {
        foreach (var letter in text)
        {
            if (Peek() != letter)
                return FailAt($"in literal {text} (expecting '{letter}')");
            _at++;
        }

        return value;
    }

    /// <summary>The byte at the place; -1 at the end.</summary>
    private readonly int Peek() => _at < _utf8.Length ? _utf8[_at] : -1;

    /// <summary>Skips white space; the byte behind it, or -1 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SkipSpace() => _at < _utf8.Length && _utf8[_at] is var next && next > ' ' ? next : SkipMore();

    private int SkipMore()
    {
        var utf8 = _utf8;
        var at = _at;
        while (at < utf8.Length && utf8[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        _at = at;
        return at < utf8.Length ? utf8[at] : -1;
    }

    private RegoValue? FailAt(string where) =>
        Fail(_at >= _utf8.Length ? "unexpected EOF" : $"invalid character {TermWriter.QuoteCharacter((char)_utf8[_at])} {where}");

    private RegoValue? Fail(string error)
    {
        Error = error;
        return null;
    }
}
