namespace MicroApps.Rego;

/// <summary>false or true: one object each.</summary>
internal sealed class BooleanValue(bool value) : RegoValue
{
    public bool Value { get; } = value;

    public override RegoKind Kind => RegoKind.Boolean;

    public override int CompareTo(RegoValue? other) =>
        other is BooleanValue boolean ? Value.CompareTo(boolean.Value) : other is null ? 1 : RegoKind.Boolean.CompareTo(other.Kind);

    public override bool Equals(RegoValue? other) => other is BooleanValue boolean && boolean.Value == Value;

    public override int GetHashCode() => Value ? 31 : 29;
}
