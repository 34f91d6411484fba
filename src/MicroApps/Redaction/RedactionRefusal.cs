namespace MicroApps;

/// <summary>The call was refused because of what it holds; tells types and counts, never values.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">What to do about it.</param>
/// <param name="EntityTypes">The entity types that are blocked, with how often they were found.</param>
public sealed record RedactionRefusal(string Code, string Message, string Mend, IReadOnlyDictionary<string, int> EntityTypes)
    : Refusal(Code, Message, Mend)
{
    /// <inheritdoc />
    public override MicroAppException ToException() => new RedactionException(this);
}
