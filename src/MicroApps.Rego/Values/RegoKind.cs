namespace MicroApps.Rego;

/// <summary>The kinds of values, in the order in which Rego sorts them.</summary>
public enum RegoKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>false or true.</summary>
    Boolean,

    /// <summary>A number of any size.</summary>
    Number,

    /// <summary>Text, compared by code points.</summary>
    String,

    /// <summary>Values in order.</summary>
    Array,

    /// <summary>Values by key; a key is any value.</summary>
    Object,

    /// <summary>Values, each once.</summary>
    Set,
}
