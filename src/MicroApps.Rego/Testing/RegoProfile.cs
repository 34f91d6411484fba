namespace MicroApps.Rego;

/// <summary>What the expressions of a line took.</summary>
/// <param name="File">The source; <c>query</c> for the query.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The first line of the first expression.</param>
/// <param name="Time">How long they took, without the rules they refer to.</param>
/// <param name="Evaluations">How often they were evaluated.</param>
/// <param name="Redos">How often other solutions of them were looked for.</param>
/// <param name="Expressions">How many there are, with those that the compiler takes them apart into.</param>
public sealed record RegoProfile(string File, int Line, string Text, TimeSpan Time, long Evaluations, long Redos, int Expressions);
