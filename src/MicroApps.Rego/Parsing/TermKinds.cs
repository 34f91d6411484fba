namespace MicroApps.Rego;

/// <summary>What is asked of terms while a source is read.</summary>
internal static class TermKinds
{
    /// <summary>What OPA calls a term in its messages.</summary>
    public static string KindName(this Term term) => term switch
    {
        ConstantTerm { Value.Kind: var kind } => kind.ToString().ToLowerInvariant(),
        VarTerm { Name: "input" or "data" } or RefTerm => "ref",
        VarTerm => "var",
        ArrayTerm => "array",
        SetTerm => "set",
        ObjectTerm => "object",
        ComprehensionTerm comprehension => comprehension.Kind.ToString().ToLowerInvariant() + "comprehension",
        CallTerm => "call",
        _ => "templatestring",
    };

    /// <summary>Whether a term has no variables; those inside the heads of references do not count.</summary>
    public static bool IsGround(this Term term) => term switch
    {
        ConstantTerm => true,
        VarTerm variable => variable.Name is "input" or "data",
        RefTerm reference => reference.Path.All(IsGround),
        ArrayTerm array => array.Items.All(IsGround),
        SetTerm set => set.Items.All(IsGround),
        ObjectTerm obj => obj.Items.All(item => item.Key.IsGround() && item.Value.IsGround()),
        CallTerm call => call.Arguments.All(IsGround),
        _ => false,
    };
}
