namespace MicroApps.Rego;

/// <summary>A value of Rego: JSON's kinds and sets. Immutable, ordered and comparable; equal numbers are equal however they are written.</summary>
/// <remarks>Thread-safe. An absent <see cref="RegoValue"/> (a null reference) means undefined.</remarks>
public abstract partial class RegoValue : IEquatable<RegoValue>, IComparable<RegoValue>
{
    private protected RegoValue()
    {
    }

    /// <summary>What it is.</summary>
    public abstract RegoKind Kind { get; }

    /// <summary>The value null.</summary>
    public static RegoValue Null { get; } = new NullValue();

    /// <summary>The value true.</summary>
    public static RegoValue True { get; } = new BooleanValue(true);

    /// <summary>The value false.</summary>
    public static RegoValue False { get; } = new BooleanValue(false);

    /// <summary>How many elements an array, object or set has; 0 for every other kind.</summary>
    public virtual int Count => 0;

    /// <summary>True or false.</summary>
    public static RegoValue From(bool value) => value ? True : False;

    /// <summary>A whole number.</summary>
    public static RegoValue From(long value) => NumberValue.Of(value);

    /// <summary>A text.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static RegoValue From(string value) => new StringValue(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>A value from JSON: numbers keep their text, and of equal keys the last wins.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">It is no JSON, or arrays and objects are nested more than 1,000 deep. The message tells line and column, in bytes of UTF-8.</exception>
    public static RegoValue Parse(string json) => JsonReader.Read(json ?? throw new ArgumentNullException(nameof(json)));

    /// <summary>A value from JSON in UTF-8: numbers keep their text, and of equal keys the last wins. Bytes that are no UTF-8 become U+FFFD.</summary>
    /// <exception cref="FormatException">It is no JSON, or arrays and objects are nested more than 1,000 deep. The message tells line and column, in bytes.</exception>
    public static RegoValue Parse(ReadOnlySpan<byte> utf8Json) => JsonReader.Read(utf8Json);

    /// <summary>The value as JSON in one line, keys sorted; a set is a sorted array, and a key that is no string is the JSON of the key.</summary>
    public string ToJson() => JsonWriter.Write(this, escapesHtml: false);

    /// <summary>The value as a term of Rego: <c>{"a": 1, "b": {1, 2}}</c>.</summary>
    public sealed override string ToString() => TermWriter.Write(this);

    /// <summary>The element of an array (by whole number), of an object (by key) or of a set (itself); null when there is none.</summary>
    public virtual RegoValue? Find(RegoValue key) => null;

    /// <inheritdoc/>
    public abstract int CompareTo(RegoValue? other);

    /// <inheritdoc/>
    public abstract bool Equals(RegoValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is RegoValue other && Equals(other);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
