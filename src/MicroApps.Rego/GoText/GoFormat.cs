namespace MicroApps.Rego;

/// <summary>Go's <c>fmt.Sprintf</c> for the kinds of arguments that Rego has, with its texts for whatever is wrong.</summary>
internal sealed class GoFormat
{
    private const int MostWidth = 1_000_000;

    private readonly string _format;
    private readonly IReadOnlyList<GoArgument> _arguments;
    private readonly BoundedText _result;
    private int _at;
    private int _next;
    private bool _isReordered;
    private bool _isArgumentGood;
    private bool _isAfterIndex;
    private GoFlags _flags;

    private GoFormat(string format, IReadOnlyList<GoArgument> arguments, BoundedText result) => (_format, _arguments, _result) = (format, arguments, result);

    public static void Write(BoundedText result, string format, IReadOnlyList<GoArgument> arguments) =>
        new GoFormat(format, arguments, result).Run();

    private void Run()
    {
        while (_at < _format.Length)
        {
            Budget.Current.Spend(1);
            var verb = _format.IndexOf('%', _at);
            var end = verb < 0 ? _format.Length : verb;
            _result.Append(_format, _at, end - _at);
            _at = end + 1;
            if (verb >= 0)
                ReadVerb();
        }

        if (!_isReordered && _next < _arguments.Count)
            WriteExtra();
    }

    private void WriteExtra()
    {
        _result.Append("%!(EXTRA ");
        for (var i = _next; i < _arguments.Count; i++)
        {
            _result.Append(i > _next ? ", " : "").Append(_arguments[i].Type).Append('=');
            GoVerb.Write(_result, _arguments[i], "v", default);
        }

        _result.Append(')');
    }

    private void ReadVerb()
    {
        (_flags, _isArgumentGood) = (default, true);
        ReadFlags();
        ReadIndex();
        ReadWidth();
        ReadPrecision();
        if (!_isAfterIndex)
            ReadIndex();
        if (_at >= _format.Length)
        {
            _result.Append("%!(NOVERB)");
            return;
        }

        var verb = Runes.ToText(Runes.At(_format, _at));
        _at += Runes.LengthAt(_format, _at);
        if (verb == "%")
            _result.Append('%');
        else if (!_isArgumentGood)
            _result.Append("%!").Append(verb).Append("(BADINDEX)");
        else if (_next >= _arguments.Count)
            _result.Append("%!").Append(verb).Append("(MISSING)");
        else
            GoVerb.Write(_result, _arguments[_next++], verb, _flags);
    }

    private void ReadFlags()
    {
        for (; _at < _format.Length; _at++)
            switch (_format[_at])
            {
                case '#': _flags.Sharp = true; break;
                case '0': _flags.Zero = true; break;
                case '+': _flags.Plus = true; break;
                case '-': _flags.Minus = true; break;
                case ' ': _flags.Space = true; break;
                default: return;
            }
    }

    private void ReadWidth()
    {
        if (!IsAt('*'))
        {
            _flags.Width = ReadNumber(_format.Length);
            _isArgumentGood &= !_isAfterIndex || _flags.Width is null;
            return;
        }

        _at++;
        _flags.Width = TakeInteger();
        if (_flags.Width is null)
            _result.Append("%!(BADWIDTH)");
        if (_flags.Width < 0)
            (_flags.Width, _flags.Minus, _flags.Zero) = (-_flags.Width, true, false);
        _isAfterIndex = false;
    }

    private void ReadPrecision()
    {
        if (!IsAt('.'))
            return;
        _at++;
        _isArgumentGood &= !_isAfterIndex;
        ReadIndex();
        if (!IsAt('*'))
        {
            _flags.Precision = ReadNumber(_format.Length) ?? 0;
            return;
        }

        _at++;
        _flags.Precision = TakeInteger();
        if (_flags.Precision < 0)
            _flags.Precision = null;
        if (_flags.Precision is null)
            _result.Append("%!(BADPREC)");
        _isAfterIndex = false;
    }

    private bool IsAt(char c) => _at < _format.Length && _format[_at] == c;

    /// <summary>Reads a number; one that is too large takes the rest of the text with it.</summary>
    private int? ReadNumber(int end)
    {
        var (number, start) = (0, _at);
        for (; _at < end && _format[_at] is >= '0' and <= '9'; _at++)
        {
            if (number > MostWidth)
            {
                _at = end;
                return null;
            }

            number = (number * 10) + _format[_at] - '0';
        }

        return _at == start ? null : number;
    }

    private int? TakeInteger()
    {
        if (_next >= _arguments.Count)
            return null;
        var argument = _arguments[_next++];
        return argument.Type == "int" && argument.Integer is >= -MostWidth and <= MostWidth ? (int)argument.Integer : null;
    }

    /// <summary>Reads the number of an argument, from 1, in brackets.</summary>
    private void ReadIndex()
    {
        _isAfterIndex = IsAt('[');
        if (!_isAfterIndex)
            return;
        _isReordered = true;
        var close = _format.IndexOf(']', _at);
        if (close < 0 || close == _at + 1 && _at + 2 >= _format.Length)
        {
            (_at, _isArgumentGood, _isAfterIndex) = (_at + 1, false, false);
            return;
        }

        _at++;
        var index = ReadNumber(close);
        var isNumber = index is not null && _at == close;
        _at = close + 1;
        if (isNumber && index >= 1 && index <= _arguments.Count)
        {
            _next = (int)index! - 1;
            return;
        }

        (_isArgumentGood, _isAfterIndex) = (false, isNumber);
    }
}
