using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MicroApps.Cli;

/// <summary>Writes JSON on one line, with text as people read it.</summary>
internal static class JsonText
{
    // Nothing of it is put into HTML, and quotation marks and control characters are escaped all the same.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The same JSON over many lines; numbers keep their text.</summary>
    public static string Indent(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 2_000 });
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options with { Indented = true, MaxDepth = 2_000 }))
            document.RootElement.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
