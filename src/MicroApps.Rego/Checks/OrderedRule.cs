namespace MicroApps.Rego;

/// <summary>A definition in its place among all.</summary>
/// <param name="Placed">The rule.</param>
/// <param name="Rule">The definition: the rule itself, or one of its else.</param>
/// <param name="Id">Its number in the graph.</param>
/// <param name="IsRecursive">Whether it needs itself.</param>
internal sealed record OrderedRule(PlacedRule Placed, Rule Rule, int Id, bool IsRecursive);
