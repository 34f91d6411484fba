namespace System.Buffers;

/// <summary>The part of .NET's type of this name that the engine uses.</summary>
internal abstract class SearchValues
{
    public static SearchValues<char> Create(string values) => new CharValues(values);

    public static SearchValues<string> Create(IReadOnlyList<string> values, StringComparison comparison) => new StringValues(values, comparison);
}

/// <summary>Values that are searched for together.</summary>
internal abstract class SearchValues<T>
{
    public abstract bool Contains(T value);

    public abstract int IndexIn(ReadOnlySpan<char> text);
}

internal sealed class CharValues(string values) : SearchValues<char>
{
    private readonly bool[] _ascii = [.. Enumerable.Range(0, 128).Select(c => values.IndexOf((char)c) >= 0)];
    private readonly string _others = string.Concat(values.Where(c => c >= 128));

    public override bool Contains(char value) => value < 128 ? _ascii[value] : _others.IndexOf(value) >= 0;

    public override int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (Contains(text[i]))
                return i;
        return -1;
    }
}

internal sealed class StringValues : SearchValues<string>
{
    private readonly StringComparison _comparison;
    private readonly string[]?[] _byFirst = new string[128][];
    private readonly string[] _others;

    public StringValues(IReadOnlyList<string> values, StringComparison comparison)
    {
        _comparison = comparison;
        for (var c = (char)0; c < 128; c++)
        {
            var first = c;
            string[] same = [.. values.Where(v => v.AsSpan(0, 1).Equals([first], comparison))];
            _byFirst[c] = same.Length > 0 ? same : null;
        }

        _others = [.. values.Where(v => v[0] >= 128)];
    }

    public override bool Contains(string value) => throw new NotSupportedException();

    public override int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((text[i] < 128 ? _byFirst[text[i]] : _others) is not { } candidates)
                continue;
            foreach (var candidate in candidates)
                if (text[i..].StartsWith(candidate.AsSpan(), _comparison))
                    return i;
        }

        return -1;
    }
}
