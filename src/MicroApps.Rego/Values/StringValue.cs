namespace MicroApps.Rego;

/// <summary>A text, ordered by code points as OPA orders it, which is not the order of UTF-16 units.</summary>
internal sealed class StringValue(string value) : RegoValue
{
    private int _hash;

    public string Value { get; } = value;

    public override RegoKind Kind => RegoKind.String;

    /// <summary>Orders two texts by their code points (the order of their UTF-8 bytes).</summary>
    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        if (length > 4096)
            Budget.Current.SpendText(length);
        for (var i = 0; i < length; i++)
        {
            var (l, r) = (left[i], right[i]);
            if (l == r)
                continue;
            // Code points above U+FFFF are written with units from D800 to DFFF, but sort behind E000 to FFFF.
            var (highL, highR) = (l is >= '\uD800' and <= '\uDFFF', r is >= '\uD800' and <= '\uDFFF');
            return highL == highR ? l.CompareTo(r) : highL ? 1 : -1;
        }

        return left.Length.CompareTo(right.Length);
    }

    public override int CompareTo(RegoValue? other) =>
        other is StringValue text ? Compare(Value, text.Value) : other is null ? 1 : RegoKind.String.CompareTo(other.Kind);

    public override bool Equals(RegoValue? other) => ReferenceEquals(this, other) || (other is StringValue text && string.Equals(text.Value, Value, StringComparison.Ordinal));

    public override int GetHashCode() => _hash != 0 ? _hash : _hash = StringComparer.Ordinal.GetHashCode(Value) | 1;
}
