namespace MicroApps.Rego;

/// <summary>What is refused. Checks run in stages; behind a stage with errors no other one runs, since its errors would mostly be consequences.</summary>
internal sealed class ErrorLog
{
    public const string Compile = "rego_compile_error", Type = "rego_type_error", Recursion = "rego_recursion_error", Unsafe = "rego_unsafe_var_error", Internal = "internal_error";

    /// <summary>How many errors are told; as many as OPA tells.</summary>
    public const int Limit = 10;

    private readonly List<RegoError> _errors = [];

    public bool HasErrors => _errors.Count > 0;

    /// <summary>The first errors by place, and a word on there being more.</summary>
    public IReadOnlyList<RegoError> Errors
    {
        get
        {
            var sorted = _errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column).ThenBy(e => e.Message, StringComparer.Ordinal);
            return _errors.Count < Limit ? [.. sorted] : [.. sorted.Take(Limit), new(Compile, "error limit reached: mend these first")];
        }
    }

    public void Add(string code, Location at, string text) => _errors.Add(new(code, text, at.File, at.Line, at.Column));

    public void Clear() => _errors.Clear();
}
