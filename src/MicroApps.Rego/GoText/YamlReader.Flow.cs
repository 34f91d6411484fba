namespace MicroApps.Rego;

/// <content>Arrays and objects in brackets.</content>
internal sealed partial class YamlReader
{
    private RegoValue ReadFlow()
    {
        if (++_depth > MostDepth)
            throw new YamlException("yaml: exceeded max depth");
        var isArray = _text[_at++] == '[';
        var close = isArray ? ']' : '}';
        var (items, pairs) = (new List<RegoValue>(), new Dictionary<RegoValue, RegoValue>());
        while (true)
        {
            SkipToContent();
            if (_at >= _text.Length)
                throw Error(items.Count + pairs.Count == 0 ? "did not find expected node content" : $"did not find expected ',' or '{close}'");
            if (_text[_at] == close)
                break;
            if (TryReadKey(inFlow: true) is not { } key)
                items.Add(ReadFlowValue());
            else if (isArray)
                items.Add(new ObjectValue([key], [ReadFlowValue()]));
            else
                pairs[key] = ReadFlowValue();
            // In an object, what has no colon is a key without a value.
            if (!isArray && items.Count > 0)
                (pairs[items[0] is ArrayValue or ObjectValue ? throw new YamlException("yaml: invalid map key") : items[0]], items) = (RegoValue.Null, []);
            SkipToContent();
            if (_at < _text.Length && _text[_at] == ',')
                _at++;
            else if (_at >= _text.Length || _text[_at] != close)
                throw Error($"did not find expected ',' or '{close}'");
        }

        _at++;
        _depth--;
        return isArray ? new ArrayValue([.. items]) : ObjectValue.From(pairs);
    }

    private RegoValue ReadFlowValue()
    {
        Budget.Current.Spend(8);
        SkipToContent();
        if (_at >= _text.Length)
            throw Error("did not find expected node content");
        return _text[_at] switch
        {
            '[' or '{' => ReadFlow(),
            '"' or '\'' => RegoValue.From(ReadQuoted()),
            ',' or ']' or '}' => RegoValue.Null,
            _ => YamlScalar.Resolve(ReadPlainLine(inFlow: true)) ?? throw new YamlException("json: unsupported value: NaN"),
        };
    }
}
