namespace MicroApps.Rego;

/// <summary>Reads an expression of <c>regex.globs_match</c>: characters, <c>.</c>, sets in brackets, <c>*</c>, <c>+</c> and a backslash.</summary>
internal sealed class GlobTokens
{
    private readonly int[] _input;
    private readonly string _text;
    private int _at;
    private string? _error;

    private GlobTokens(string text)
    {
        var (runes, at) = (new List<int>(text.Length), 0);
        while (at < text.Length)
            runes.Add(Runes.Read(text, ref at));
        (_text, _input) = (text, [.. runes]);
    }

    /// <summary>The symbols; null when the text is wrong, and then how.</summary>
    public static GlobToken[]? Read(string text, out string? error)
    {
        var reader = new GlobTokens(text);
        var tokens = new List<GlobToken>();
        while (reader._error is null && reader._at < reader._input.Length)
        {
            Budget.Current.Spend(4);
            GlobToken.Append(tokens, new(reader.Symbol(out var isBracketed), isBracketed, reader.Flag()));
        }

        error = reader._error;
        return error is null ? [.. tokens] : null;
    }

    private RuneSet? Symbol(out bool isBracketed)
    {
        var rune = Next(out var isEscaped);
        isBracketed = rune == '[' && !isEscaped;
        switch (isEscaped ? '\0' : rune)
        {
            case '.':
                return null;
            case '[':
                return Set();
            case ']':
                return Fail("set-close ']' with no preceding '['");
            case '*' or '+':
                return Fail($"flag '{(char)rune}' must be preceded by a non-flag");
            default:
                return RuneSet.Of(rune);
        }
    }

    private char Flag()
    {
        if (_error is not null || _at >= _input.Length || _input[_at] is not ('*' or '+'))
            return '\0';
        return (char)_input[_at++];
    }

    private RuneSet? Set()
    {
        var (ends, last) = (new List<int>(), -1);
        while (_at < _input.Length && _error is null)
        {
            var rune = Next(out var isEscaped);
            if (rune == ']' && !isEscaped)
                return RuneSet.Of(ends);
            if (rune == '-' && !isEscaped)
            {
                ends.AddRange([last, RangeEnd(last)]);
                last = -1;
            }
            else
            {
                ends.AddRange([rune, rune]);
                last = rune;
            }
        }

        return Fail("found [ without matching ]");
    }

    private int RangeEnd(int low)
    {
        if (low < 0)
            Fail("range character '-' must be preceded by a Unicode character");
        else if (_at >= _input.Length - 1)
            Fail("range character '-' must be followed by a Unicode character");
        if (_error is not null)
            return low;
        var high = Next(out var isEscaped);
        if (!isEscaped && high is ']' or '-')
            Fail("range character '-' cannot be followed by a special symbol");
        else if (high < low)
            Fail($"range is out of order: '{char.ConvertFromUtf32(high)}' comes before '{char.ConvertFromUtf32(low)}' in Unicode");
        return high;
    }

    private int Next(out bool isEscaped)
    {
        isEscaped = _input[_at] == '\\';
        if (!isEscaped)
            return _input[_at++];
        if (_at == _input.Length - 1)
        {
            Fail("input ends with a \\ (escape) character");
            _at = _input.Length;
            return '\\';
        }

        _at += 2;
        return _input[_at - 1];
    }

    private RuneSet? Fail(string what)
    {
        _error ??= $"input:{_text}, pos:{_at}, {what}: the input provided is invalid";
        return null;
    }
}
