namespace MicroApps;

/// <summary>One field of a group: the row of the table that everything works from.</summary>
internal sealed class Field(string name, Kind kind, Func<object, object?> get, string doc)
{
    public string Name => name;

    public Kind Kind => kind;

    /// <summary>Takes the field's value from the record.</summary>
    public Func<object, object?> Get => get;

    /// <summary>One or two sentences for somebody who fills in the file.</summary>
    public string Doc => doc;

    public bool Required { get; init; }

    /// <summary>What holds when the field is left out; null when that says nothing.</summary>
    public object? Default { get; init; }

    /// <summary>Which changes of the field alter the app's risk; null for none.</summary>
    public RiskRule? Risk { get; init; }
}

/// <summary>Says why a change alters the risk, or null when it does not. Absent is null.</summary>
internal delegate string? RiskRule(object? before, object? after);
