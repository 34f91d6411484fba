namespace MicroApps.Rego;

/// <summary>Imports that hide one another, and those that nothing uses.</summary>
internal static class ImportCheck
{
    public static void FindTwice(Module module, ErrorLog errors)
    {
        HashSet<string> names = [];
        foreach (var import in module.Imports)
            if (!names.Add(NameOf(import)))
                errors.Add(ErrorLog.Compile, import.Location, $"import must not shadow {Text(import)} (hint: remove it, or give it another name with `as`)");
    }

    /// <param name="module">The module.</param>
    /// <param name="used">The names that its rules use.</param>
    /// <param name="errors">Where errors are added.</param>
    public static void FindUnused(Module module, HashSet<string> used, ErrorLog errors)
    {
        foreach (var import in module.Imports)
            if (Operators.IsRoot(PathOf(import)[0]) && !used.Contains(NameOf(import)))
                errors.Add(ErrorLog.Compile, import.Location, $"{Text(import)} unused (hint: remove it)");
    }

    /// <summary>The name by which a module knows what it imports.</summary>
    public static string NameOf(Import import) => import.Alias ?? PathOf(import)[^1];

    private static List<string> PathOf(Import import) => import.Path is RefTerm { Head: VarTerm head } reference
        ? [head.Name, .. reference.Path.Select(p => p is ConstantTerm { Value: StringValue text } ? text.Value : "")] : [((VarTerm)import.Path).Name];

    private static string Text(Import import) => $"import {string.Join(".", PathOf(import))}{(import.Alias is null ? "" : $" as {import.Alias}")}";
}
