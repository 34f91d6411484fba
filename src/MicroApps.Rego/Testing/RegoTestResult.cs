namespace MicroApps.Rego;

/// <summary>A test and what came of it.</summary>
/// <param name="Package">The package, as in <c>data.app</c>.</param>
/// <param name="Name">The name of the rule.</param>
/// <param name="File">The source it is in.</param>
/// <param name="Line">The line of its first definition, from 1.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Duration">How long it took.</param>
public sealed record RegoTestResult(string Package, string Name, string File, int Line, RegoTestOutcome Outcome, TimeSpan Duration)
{
    /// <summary>What it printed, line by line.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>Why its evaluation ended; null unless it did with an error.</summary>
    public RegoError? Error { get; init; }

    /// <summary>The cases of a test such as <c>test_x[name]</c>; it passes when there are any and all of them do.</summary>
    public IReadOnlyList<RegoTestCase> Cases { get; init; } = [];

    /// <summary>The expressions without a solution as they happened, with the rules that led to them; only of failed tests, with <see cref="RegoTestRunner.Trace"/>.</summary>
    public IReadOnlyList<RegoTraceEvent> Events { get; init; } = [];

    /// <summary>The expressions without a solution that made it fail: that of the test, then the latest in the rules it looked at. Their code is <c>no_solution</c>, their message the expression.</summary>
    public IReadOnlyList<RegoError> Trace { get; init; } = [];
}
