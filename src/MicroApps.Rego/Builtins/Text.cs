namespace MicroApps.Rego;

/// <summary>Values as text, and back: the one place where built-in functions meet the writers and the reader.</summary>
internal static class Text
{
    /// <summary>As JSON without spaces, letters that HTML knows escaped.</summary>
    public static string ToJson(RegoValue value) => JsonWriter.Write(value, escapesHtml: true);

    /// <summary>As a term of Rego, as OPA prints it.</summary>
    public static string ToTerm(RegoValue value) => TermWriter.Write(value);

    /// <summary>A value of JSON.</summary>
    public static bool TryFromJson(string text, out RegoValue value, out string error)
    {
        value = JsonReader.TryRead(text, out error) ?? RegoValue.Null;
        return error.Length == 0;
    }
}
