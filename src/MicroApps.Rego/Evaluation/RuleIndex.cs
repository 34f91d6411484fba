namespace MicroApps.Rego;

/// <summary>A condition of a body that is known before it runs: something equals a constant.</summary>
/// <param name="Argument">Which argument of the function; negative for <c>input</c>.</param>
/// <param name="Path">The path under it.</param>
/// <param name="Value">The constant.</param>
internal sealed record Guard(int Argument, RegoValue[] Path, RegoValue Value)
{
    /// <summary>What is compared, as a text, so that guards of different definitions can be told to be about the same thing.</summary>
    public string Subject { get; } = $"{Argument} {new ArrayValue(Path)}";

    /// <summary>What the value is now; null for undefined.</summary>
    public RegoValue? Find(Machine machine, RegoValue[]? arguments)
    {
        var value = Argument >= 0 ? arguments![Argument] : machine.Input;
        for (var i = 0; i < Path.Length && value is not null; i++)
            value = value.Find(Path[i]);
        return value;
    }
}

/// <summary>Finds the definitions of a rule that may match by one value that most of them compare with a constant.</summary>
internal sealed class RuleIndex
{
    private const int FewestPlans = 3;

    private readonly Guard _subject;
    private readonly Dictionary<RegoValue, int[]> _byValue = [];
    private readonly int[] _others;

    private RuleIndex(Guard subject, Guard?[] guards)
    {
        _subject = subject;
        _others = [.. Enumerable.Range(0, guards.Length).Where(i => guards[i] is null)];
        foreach (var value in guards.OfType<Guard>().Select(g => g.Value).Distinct())
            _byValue[value] = [.. Enumerable.Range(0, guards.Length).Where(i => guards[i] is null || guards[i]!.Value.Equals(value))];
    }

    /// <summary>An index of definitions; null when it would not help.</summary>
    public static RuleIndex? Of(IReadOnlyList<RulePlan> plans)
    {
        if (plans.Count < FewestPlans)
            return null;
        var subject = plans.SelectMany(Guards).GroupBy(g => g.Subject, StringComparer.Ordinal).OrderByDescending(Spared).FirstOrDefault();
        if (subject is null || Spared(subject) < FewestPlans - 1)
            return null;
        return new(subject.First(), [.. plans.Select(p => Guards(p).FirstOrDefault(g => g.Subject == subject.Key))]);
    }

    /// <summary>The places of the definitions that may match, in order.</summary>
    public int[] Find(Machine machine, RegoValue[]? arguments) =>
        _subject.Find(machine, arguments) is { } value && _byValue.TryGetValue(value, out var found) ? found : _others;

    // How many definitions need not be tried at the least, when the value is one of those that are compared with.
    private static int Spared(IEnumerable<Guard> guards)
    {
        var sizes = guards.GroupBy(g => g.Value).Select(g => g.Count()).ToList();
        return sizes.Sum() - sizes.Max();
    }

    // A definition with an else may give something although its body does not match.
    private static IEnumerable<Guard> Guards(RulePlan plan) => plan.Else is null ? plan.Guards : [];
}
