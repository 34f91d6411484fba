namespace MicroApps.Rego;

/// <summary>null.</summary>
internal sealed class NullValue : RegoValue
{
    public override RegoKind Kind => RegoKind.Null;

    public override int CompareTo(RegoValue? other) => other is null ? 1 : RegoKind.Null.CompareTo(other.Kind);

    public override bool Equals(RegoValue? other) => other is NullValue;

    public override int GetHashCode() => 17;
}
