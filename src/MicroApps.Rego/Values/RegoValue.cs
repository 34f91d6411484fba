namespace MicroApps.Rego;

/// <summary>A value of Rego: JSON's kinds and sets. Immutable, ordered and comparable; equal numbers are equal however they are written.</summary>
/// <remarks>Thread-safe. An absent <see cref="RegoValue"/> (a null reference) means undefined.</remarks>
public abstract class RegoValue : IEquatable<RegoValue>, IComparable<RegoValue>
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
