namespace MicroApps.Detection;

/// <summary>A kind of sensitive text. Two types are the same only when they are the same object.</summary>
/// <remarks>Built-in types are in <see cref="EntityTypes"/>; names follow Microsoft Presidio where it has the type.</remarks>
public sealed class EntityType
{
    /// <summary>Defines a type.</summary>
    /// <param name="name">Unique name, such as <c>EMAIL_ADDRESS</c>: upper-case letters, digits and underscores, a letter first.</param>
    /// <param name="label">Short name for placeholders, such as <c>EMAIL</c>: same characters.</param>
    /// <param name="kind">Whether it is personal data or a secret.</param>
    /// <exception cref="ArgumentException">A name has other characters, is empty or longer than 64.</exception>
    public EntityType(string name, string label, EntityKind kind)
    {
        Name = Checked(name, nameof(name));
        Label = Checked(label, nameof(label));
        Kind = kind;
    }

    /// <summary>The unique name, such as <c>EMAIL_ADDRESS</c>.</summary>
    public string Name { get; }

    /// <summary>The short name for placeholders, such as <c>EMAIL</c>.</summary>
    public string Label { get; }

    /// <summary>Whether it is personal data or a secret.</summary>
    public EntityKind Kind { get; }

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    private static string Checked(string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        if (value.Length > 64 || !char.IsAsciiLetterUpper(value[0]) || !value.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
            throw new ArgumentException(
                $"'{value}' cannot name an entity type: use 1 to 64 of A-Z, 0-9 and _, beginning with a letter.", parameter);
        return value;
    }
}
