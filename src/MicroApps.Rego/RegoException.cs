namespace MicroApps.Rego;

/// <summary>Policies that cannot be compiled, or an evaluation that ended without a result.</summary>
/// <param name="errors">What is wrong; at least one.</param>
public sealed class RegoException(IReadOnlyList<RegoError> errors) : Exception(string.Join("\n", (errors ?? throw new ArgumentNullException(nameof(errors))).Select(e => e.ToString())))
{
    /// <summary>What is wrong, by place.</summary>
    public IReadOnlyList<RegoError> Errors { get; } = errors;
}
