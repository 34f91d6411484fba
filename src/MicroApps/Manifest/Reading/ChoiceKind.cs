namespace MicroApps;

/// <summary>One of a few names.</summary>
internal abstract class ChoiceKind(string what, IReadOnlyList<string> names) : ScalarKind(what, $"Write {Wording.OneOf(names)}")
{
    public IReadOnlyList<string> Names => names;

    protected override string MendOf(YamlScalar scalar) => Mend + Wording.Guess(scalar.Text, names);
}

/// <summary>One of a few names, each of which stands for a value.</summary>
internal sealed class ChoiceKind<T>(string what, params (string Name, T Value)[] choices) : ChoiceKind(what, [.. choices.Select(c => c.Name)])
    where T : notnull
{
    public override object Plain(object value) => choices.First(c => c.Value.Equals(value)).Name;

    protected override object? Parse(YamlScalar scalar) =>
        choices.Where(c => c.Name == scalar.Text).Select(c => (object)c.Value).FirstOrDefault();
}
