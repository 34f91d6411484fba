namespace MicroApps.Rego;

/// <summary>Terms as text in messages, with the names that the source has.</summary>
internal static class TermText
{
    public static string Of(Term term, NameSource names) => term switch
    {
        ConstantTerm constant => constant.Value.ToString(),
        VarTerm variable => names.Original(variable.Name) ?? "_",
        RefTerm reference => $"{Of(reference.Head, names)}{string.Concat(reference.Path.Select(p => Part(p, names)))}",
        ArrayTerm array => $"[{string.Join(", ", array.Items.Select(i => Of(i, names)))}]",
        _ => "…",
    };

    private static string Part(Term part, NameSource names) =>
        part is ConstantTerm { Value: StringValue { Value: var text } } && text.Length > 0 && text.All(c => c == '_' || char.IsLetterOrDigit(c)) ? $".{text}" : $"[{Of(part, names)}]";
}
