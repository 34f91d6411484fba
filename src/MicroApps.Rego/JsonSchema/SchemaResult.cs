namespace MicroApps.Rego;

/// <summary>What a schema says of a value. The score tells how near a value is to a schema: of several that do not fit, the errors of the nearest are told.</summary>
internal sealed class SchemaResult
{
    public List<SchemaError> Errors { get; } = [];

    public int Score { get; private set; }

    public bool IsValid => Errors.Count == 0;

    public void Count() => Score++;

    public void Add(string kind, SchemaPath path, string description)
    {
        Errors.Add(new(kind, path.ToString(), description));
        // One more than what the check adds when it is done.
        Score -= 2;
    }

    public void Merge(SchemaResult other)
    {
        Errors.AddRange(other.Errors);
        Score += other.Score;
    }
}
