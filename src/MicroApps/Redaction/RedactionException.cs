namespace MicroApps;

/// <summary>A request or an answer holds values that the app's manifest blocks.</summary>
public sealed class RedactionException : CallRefusedException
{
    /// <summary>Creates the exception for a refusal.</summary>
    public RedactionException(RedactionRefusal refusal)
        : base(refusal) => EntityTypes = refusal.EntityTypes;

    /// <summary>The entity types that are blocked, with how often they were found.</summary>
    public IReadOnlyDictionary<string, int> EntityTypes { get; }
}
