namespace MicroApps.Rego;

/// <summary>Compiled rules as a machine sees them.</summary>
/// <param name="Rules">The tree of rules.</param>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="IsWatched">Whether something watches what runs (<c>print</c>, coverage), so that nothing may run twice that OPA runs once.</param>
internal sealed record PolicyPlan(RuleNode Rules, int Nodes, bool IsWatched);
