using System.Text.Encodings.Web;
using System.Text.Json;

namespace MicroApps.Evaluation;

/// <summary>Writes what was found: <c>{"id":…,"spans":[{"start":…,"end":…,"type":…}]}</c>, positions in UTF-16 units.</summary>
internal sealed class Predictions(string? path) : IDisposable
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly FileStream? _file = path is null ? null : File.Create(path);

    public void Write(string id, IReadOnlyList<Span> spans)
    {
        if (_file is null)
            return;
        using (var json = new Utf8JsonWriter(_file, s_options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartArray("spans");
            foreach (var span in spans)
            {
                json.WriteStartObject();
                json.WriteNumber("start", span.Start);
                json.WriteNumber("end", span.End);
                json.WriteString("type", span.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        _file.WriteByte((byte)'\n');
    }

    public void Dispose() => _file?.Dispose();
}
