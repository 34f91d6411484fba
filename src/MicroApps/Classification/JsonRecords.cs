using System.Text;
using System.Text.Json;

namespace MicroApps;

/// <summary>Reads JSON: each element of a list at the top is a record, or the whole document; each line in JSON lines.</summary>
internal static class JsonRecords
{
    private static readonly JsonReaderOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 1024 };

    public static IEnumerable<IReadOnlyList<SourceField>> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        // UTF-16 and UTF-32 have a mark at their start that is no UTF-8.
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            bytes = Encoding.UTF8.GetBytes(File.ReadAllText(path));
        return TryRead(bytes, 1) ?? (HoldsLines(bytes) ? ReadLines(path) : AsText(Encoding.UTF8.GetString(bytes)));
    }

    public static IEnumerable<IReadOnlyList<SourceField>> ReadLines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            foreach (var record in TryRead(Encoding.UTF8.GetBytes(line), number) ?? AsText(line, number))
                yield return record;
        }
    }

    private static bool HoldsLines(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf((byte)'\n') is var end and > 0 && bytes[..end].Contains((byte)'{') && TryRead(bytes[..end], 1) is not null;

    // What is no JSON after all is read as text: nothing is passed over for being broken.
    private static IEnumerable<IReadOnlyList<SourceField>> AsText(string text, int line = 1) => TextRecords.Read(new StringReader(text), line);

    private static List<IReadOnlyList<SourceField>>? TryRead(ReadOnlySpan<byte> bytes, int line)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var records = new List<IReadOnlyList<SourceField>>();
        var fields = new List<SourceField>();
        try
        {
            var reader = new Utf8JsonReader(bytes, s_options);
            var (isList, name, seen) = (false, (string?)null, 0);
            while (reader.Read())
            {
                line += bytes[seen..(int)reader.TokenStartIndex].Count((byte)'\n');
                seen = (int)reader.TokenStartIndex;
                isList |= reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 0;
                if (reader.TokenType == JsonTokenType.PropertyName)
                    fields.Add(new SourceField(name = reader.GetString(), "", line));
                else if (reader.TokenType is JsonTokenType.String)
                    fields.Add(new SourceField(name, reader.GetString()!, line));
                else if (reader.TokenType is JsonTokenType.Number)
                    fields.Add(new SourceField(name, Encoding.UTF8.GetString(reader.ValueSpan), line));
                if (isList && reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    Finish(records, ref fields);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        Finish(records, ref fields);
        return records;
    }

    private static void Finish(List<IReadOnlyList<SourceField>> records, ref List<SourceField> fields)
    {
        if (fields.Count == 0)
            return;
        records.Add(fields);
        fields = [];
    }
}
