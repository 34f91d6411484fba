namespace MicroApps.Rego;

/// <summary>A place under <c>data</c>: a plain value, or where rules, base data and replaced data meet.</summary>
/// <param name="Rules">The rules here and below; null for none.</param>
/// <param name="Value">The base data here; the value itself when <see cref="IsValue"/>.</param>
/// <param name="Overlay">What <c>with</c> replaces below.</param>
/// <param name="IsValue">Whether nothing but the value counts.</param>
internal readonly record struct DataPlace(RuleNode? Rules, RegoValue? Value, DataOverlay? Overlay, bool IsValue)
{
    public static DataPlace Of(RegoValue? value) => new(null, value, null, true);

    public bool IsNothing => Rules is null && Value is null && Overlay is null;
}
