namespace MicroApps.Rego;

/// <summary>Patterns: terms whose variables a match binds.</summary>
internal static class Patterns
{
    /// <summary>The variables that matching a term can bind: in arrays and values of objects, not in keys, sets and references.</summary>
    public static HashSet<string> Vars(Term term)
    {
        HashSet<string> names = [];
        Collect(term, names);
        return names;
    }

    private static void Collect(Term term, HashSet<string> names)
    {
        switch (term)
        {
            case VarTerm variable:
                names.Add(variable.Name);
                break;
            case ArrayTerm array:
                foreach (var item in array.Items)
                    Collect(item, names);
                break;
            case ObjectTerm obj:
                foreach (var (_, value) in obj.Items)
                    Collect(value, names);
                break;
        }
    }
}
