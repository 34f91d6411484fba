namespace MicroApps.Rego;

/// <summary>A built-in function: its name as in OPA (<c>count</c>, <c>array.concat</c>, <c>plus</c>) and its code.</summary>
internal sealed record Builtin(string Name, BuiltinFunction Run);
