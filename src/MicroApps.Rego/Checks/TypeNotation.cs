namespace MicroApps.Rego;

/// <summary>Reads the notation of <see cref="BuiltinSignatures"/>.</summary>
internal sealed class TypeNotation
{
    private readonly string _text;
    private int _at;

    private TypeNotation(string text) => _text = text;

    /// <summary>Reads <c>name(type, type) result</c>.</summary>
    public static FunctionType Function(string line)
    {
        var notation = new TypeNotation(line) { _at = line.IndexOf('(') + 1 };
        var arguments = notation.List(')');
        notation._at++;
        return new(arguments, notation.Read());
    }

    private List<RegoType?> List(char end)
    {
        List<RegoType?> types = [];
        while (_text[_at] != end)
        {
            types.Add(Read());
            Skip(',', ' ');
        }

        _at++;
        return types;
    }

    private RegoType? Read()
    {
        if (Skip('['))
            return new ArrayType(List(']'), null);
        if (Skip('<'))
            return new UnionType([.. List('>').Select(t => t!)]);
        var start = _at;
        while (_at < _text.Length && char.IsLetter(_text[_at]))
            _at++;
        switch (_text.Substring(start, _at - start))
        {
            case "any":
                return RegoType.Any;
            case "null":
                return RegoType.Null;
            case "boolean":
                return RegoType.Boolean;
            case "number":
                return RegoType.Number;
            case "string":
                return RegoType.String;
            case "array":
                _at++;
                return new ArrayType([], List(']')[0]);
            case "set":
                _at++;
                return new SetType(List(']')[0]);
            case "object":
                _at++;
                return Object();
            default:
                return null;
        }
    }

    private ObjectType Object()
    {
        List<KeyValuePair<RegoValue, RegoType?>> known = [];
        RegoType? otherKey = null, otherValue = null;
        while (!Skip('}'))
        {
            if (Skip('*'))
            {
                otherKey = Read();
                Skip(':', ' ');
                otherValue = Read();
            }
            else
            {
                var start = _at;
                _at = _text.IndexOf(':', start);
                var key = _text.Substring(start, _at - start).Trim('"');
                Skip(':', ' ');
                known.Add(new(RegoValue.From(key), Read()));
            }

            Skip(',', ' ');
        }

        return new(known, otherKey, otherValue, otherKey is not null);
    }

    private bool Skip(params char[] expected)
    {
        var start = _at;
        foreach (var c in expected)
            if (_at < _text.Length && _text[_at] == c)
                _at++;
        return _at > start;
    }
}
