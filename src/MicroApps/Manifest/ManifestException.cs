namespace MicroApps;

/// <summary>A manifest cannot be used; says everything that is wrong with it.</summary>
public sealed class ManifestException : MicroAppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errors">What is wrong, by place; at least one.</param>
    public ManifestException(IReadOnlyList<ManifestError> errors)
        : base(string.Join(Environment.NewLine, errors ?? throw new ArgumentNullException(nameof(errors)))) =>
        Errors = errors;

    /// <summary>What is wrong, sorted by place.</summary>
    public IReadOnlyList<ManifestError> Errors { get; }
}
