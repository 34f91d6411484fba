namespace MicroApps.Rego;

/// <summary>What happened, in the words of OPA.</summary>
public enum RegoTraceKind
{
    /// <summary>The body of a rule or query begins.</summary>
    Enter,

    /// <summary>An expression is evaluated.</summary>
    Eval,

    /// <summary>Another solution of an expression or rule is looked for.</summary>
    Redo,

    /// <summary>An expression has no solution.</summary>
    Fail,

    /// <summary>The body of a rule or query has a solution.</summary>
    Exit,

    /// <summary><c>trace</c> was called.</summary>
    Note,
}
