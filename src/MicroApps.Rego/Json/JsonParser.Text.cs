using System.Buffers;
using System.Text;

namespace MicroApps.Rego;

/// <content>Strings.</content>
internal ref partial struct JsonParser
{
    private const int CachedKeys = 256;
    private const int LongestCachedKey = 32;

    /// <summary>Keys come again and again, in one text and from one text to the next.</summary>
    [ThreadStatic]
    private static (byte[] Utf8, StringValue Key)[]? t_keys;

    private static readonly StringValue s_empty = new("");

    /// <summary>Which bytes stand for themselves in a string.</summary>
    private static readonly bool[] s_plain = [.. Enumerable.Range(0, 256).Select(b => b is >= 0x20 and < 0x80 and not ('"' or '\\'))];

    private StringValue? Text(bool isKey)
    {
        var start = ++_at;
        var utf8 = _utf8;
        var (at, plain) = (start, s_plain);
        while (at < utf8.Length && plain[utf8[at]])
            at++;
        _at = at;
        if (Peek() != '"')
            return MixedText(start);
        var ascii = _utf8.Slice(start, _at++ - start);
        return isKey && ascii.Length <= LongestCachedKey ? Key(ascii) : new(ToText(ascii));
    }

    private static StringValue Key(ReadOnlySpan<byte> ascii)
    {
        if (ascii.IsEmpty)
            return s_empty;
        // A few letters tell most keys apart; what falls together only pushes each other out.
        var hash = (ascii[0] * 31) + (ascii[ascii.Length / 2] * 17) + (ascii[^1] * 7) + (ascii.Length * 131);
        var keys = t_keys ??= new (byte[], StringValue)[CachedKeys];
        ref var entry = ref keys[hash & (CachedKeys - 1)];
        if (entry.Utf8 is null || !ascii.SequenceEqual(entry.Utf8))
            entry = (ascii.ToArray(), new(ToText(ascii)));
        return entry.Key;
    }

    private static string ToText(ReadOnlySpan<byte> ascii) => ascii.IsEmpty ? "" : Encoding.ASCII.GetString(ascii);

    private void Reserve(int length)
    {
        if (_chars.Length >= length)
            return;
        if (_chars.Length > 0)
            ArrayPool<char>.Shared.Return(_chars);
        _chars = ArrayPool<char>.Shared.Rent(Math.Max(256, length));
    }

    /// <summary>A string with escapes, or with more than ASCII: no byte of it becomes more than one UTF-16 unit.</summary>
    private StringValue? MixedText(int start)
    {
        _at = start;
        Reserve(EndOfText(start) - start);
        var count = 0;
        while (Peek() is var next and not '"')
        {
            if (next < 0x20)
                return FailString("in string literal");
            if (next >= 0x80)
                count += GoText.DecodeRune(_utf8, ref _at, _chars, count);
            else if (next != '\\')
                (_chars[count++], _at) = ((char)next, _at + 1);
            else if (!Escape(ref count))
                return null;
        }

        _at++;
        return new(new string(_chars, 0, count));
    }

    private bool Escape(ref int count)
    {
        _at++;
        if (Peek() == 'u')
        {
            _at++;
            if (!HexUnit(out var unit))
                return false;
            if (char.IsHighSurrogate(unit) && PeekLowSurrogate() is { } low)
                (_chars[count++], _chars[count++], _at) = (unit, low, _at + 6);
            else
                _chars[count++] = char.IsSurrogate(unit) ? '\uFFFD' : unit;
            return true;
        }

        var escaped = Peek() switch { '"' => '"', '\\' => '\\', '/' => '/', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
        if (escaped == '\0')
            return FailString("in string escape code") is not null;
        (_chars[count++], _at) = (escaped, _at + 1);
        return true;
    }

    private bool HexUnit(out char unit)
    {
        unit = '\0';
        for (var end = _at + 4; _at < end; _at++)
        {
            var digit = HexDigit(Peek());
            if (digit < 0)
                return FailString("in \\u hexadecimal character escape") is not null;
            unit = (char)((unit << 4) | digit);
        }

        return true;
    }

    private readonly char? PeekLowSurrogate()
    {
        if (_at + 6 > _utf8.Length || _utf8[_at] != (byte)'\\' || _utf8[_at + 1] != (byte)'u')
            return null;
        var unit = 0;
        for (var i = 2; i < 6; i++)
        {
            var digit = HexDigit(_utf8[_at + i]);
            if (digit < 0)
                return null;
            unit = (unit << 4) | digit;
        }

        return char.IsLowSurrogate((char)unit) ? (char)unit : null;
    }

    private static int HexDigit(int letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= 'a' and <= 'f' => letter - 'a' + 10,
        >= 'A' and <= 'F' => letter - 'A' + 10,
        _ => -1,
    };

    /// <summary>Where the string ends: its closing quote, or the end of all.</summary>
    private readonly int EndOfText(int at)
    {
        while (at < _utf8.Length && _utf8[at] != (byte)'"')
            at += _utf8[at] == (byte)'\\' ? 2 : 1;
        return at;
    }

    private StringValue? FailString(string where) => (StringValue?)FailAt(where);
}
