namespace MicroApps.Rego;

/// <summary>Something that OPA would refuse as well: where it is, and what.</summary>
/// <param name="Code">OPA's code: <c>rego_parse_error</c>, <c>rego_unsafe_var_error</c>, <c>rego_compile_error</c>, <c>rego_type_error</c>, <c>rego_recursion_error</c>, <c>eval_conflict_error</c> ….</param>
/// <param name="Message">What is wrong, in one line or more.</param>
/// <param name="File">The source; empty when there is none.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1, in code points; 0 when unknown.</param>
public sealed record RegoError(string Code, string Message, string File = "", int Line = 0, int Column = 0)
{
    /// <summary>As OPA prints it: <c>file:line: code: message</c>.</summary>
    public override string ToString() => File.Length == 0 && Line == 0 ? $"{Code}: {Message}" : $"{File}:{Line}: {Code}: {Message}";
}
