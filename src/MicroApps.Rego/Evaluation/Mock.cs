namespace MicroApps.Rego;

/// <summary>What <c>with f as …</c> puts in a function's place: a value, or another function.</summary>
internal sealed record Mock(string Function, RegoValue? Value, Callee? Replacement, Mock? Outer)
{
    public Mock? Find(string function)
    {
        for (var mock = this; mock is not null; mock = mock.Outer)
            if (mock.Function == function)
                return mock;
        return null;
    }
}

/// <summary>A function: built in, or of rules.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Builtin">The built-in function; null for rules.</param>
/// <param name="Node">The rules; null for a built-in one.</param>
internal sealed record Callee(string Name, Builtin? Builtin, RuleNode? Node);
