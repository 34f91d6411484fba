namespace MicroApps.Rego;

/// <summary>Something that happened in an evaluation.</summary>
/// <param name="Kind">What.</param>
/// <param name="File">The source; <c>query</c> for the query.</param>
/// <param name="Line">The line, from 1; 0 when there is none.</param>
/// <param name="Column">The column, from 1; 0 when there is none.</param>
/// <param name="Depth">How many rules and bodies it is inside of.</param>
/// <param name="Text">The first line of the expression, the name of the rule, or the note.</param>
public sealed record RegoTraceEvent(RegoTraceKind Kind, string File, int Line, int Column, int Depth, string Text);
