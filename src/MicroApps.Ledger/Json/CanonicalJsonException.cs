namespace MicroApps.Ledger;

/// <summary>The data has no canonical form (RFC 8785 §3.1); the message says what is wrong, where, and how to mend it, without quoting values.</summary>
public sealed class CanonicalJsonException : FormatException
{
    internal CanonicalJsonException(string message, string place) : base($"{message} Place: {place}.") => Place = place;

    /// <summary>
    /// Where: a JSON path such as <c>$.items[2].name</c>, or line and byte for text that is not JSON at all. Names that are not plain
    /// identifiers appear as <c>*</c>, because a name may be somebody's personal data.
    /// </summary>
    public string Place { get; }
}
