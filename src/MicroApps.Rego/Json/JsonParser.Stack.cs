namespace MicroApps.Rego;

/// <content>The stack of elements.</content>
internal ref partial struct JsonParser
{
    private const int MostInLine = 8;
    private const int LargestKeptStack = 1024;

    /// <summary>The stack of the last text, for the next one of the same thread.</summary>
    [ThreadStatic]
    private static RegoValue[]? t_stack;

    private static RegoValue[] Taken()
    {
        var stack = t_stack ?? new RegoValue[64];
        t_stack = null;
        return stack;
    }

    /// <summary>The object of the keys and values on the stack.</summary>
    private ObjectValue Close(int start)
    {
        Dictionary<RegoValue, int>? index = null;
        if (_top - start <= 2 * MostInLine ? HasEqualKeys(start) : !TryIndex(start, out index))
        {
            var items = new Dictionary<RegoValue, RegoValue>();
            for (var i = start; i < _top; i += 2)
                items[_stack[i]] = _stack[i + 1];
            _top = start;
            return ObjectValue.From(items);
        }

        var values = Pop(start, 1, 2);
        _top = start + (2 * values.Length);
        var keys = Pop(start, 0, 2);
        return index is null ? new(keys, values) : new(keys, values, index);
    }

    private readonly bool HasEqualKeys(int start)
    {
        for (var i = start; i < _top; i += 2)
            for (var j = start; j < i; j += 2)
                if (_stack[i].Equals(_stack[j]))
                    return true;
        return false;
    }

    // False when keys are equal.
    private readonly bool TryIndex(int start, out Dictionary<RegoValue, int> index)
    {
        index = new((_top - start) / 2);
        for (var i = start; i < _top; i += 2)
        {
            if (index.ContainsKey(_stack[i]))
                return false;
            index[_stack[i]] = (i - start) / 2;
        }

        return true;
    }

    private void Push(RegoValue value)
    {
        if (_top == _stack.Length)
            System.Array.Resize(ref _stack, 2 * _top);
        _stack[_top++] = value;
    }

    private RegoValue[] Pop(int start, int offset, int step)
    {
        _highest = Math.Max(_highest, _top);
        var items = new RegoValue[(_top - start) / step];
        for (var i = 0; i < items.Length; i++)
            items[i] = _stack[start + offset + (i * step)];
        _top = start;
        return items;
    }
}
