namespace MicroApps.Rego;

/// <summary>What came of a test.</summary>
public enum RegoTestOutcome
{
    /// <summary>It is true.</summary>
    Passed,

    /// <summary>It is undefined, or anything else than true.</summary>
    Failed,

    /// <summary>Its evaluation ended with an error.</summary>
    Error,

    /// <summary>Its name begins with <c>todo_</c>: it was not run.</summary>
    Skipped,
}
