using System.Text;
using System.Text.Json;

namespace MicroApps.Cli;

/// <summary>Looks into the bytes of an audit record, whatever somebody has made of them.</summary>
internal static class AuditLeaf
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The record as a JSON object on one line; false when it is none.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> leaf, out JsonElement record)
    {
        record = default;
        try
        {
            Strict.GetCharCount(leaf.Span);
            record = JsonElement.Parse(leaf.Span);
            return record.ValueKind == JsonValueKind.Object && !leaf.Span.ContainsAny((byte)'\n', (byte)'\r');
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return false;
        }
    }

    public static string Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && TryText(value) is { } text ? text : "";

    public static long? Number(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>The counts of an object, such as <c>EMAIL_ADDRESS:pseudonymise</c>.</summary>
    public static IEnumerable<string> Counts(JsonElement record, string name) =>
        record.TryGetProperty(name, out var counts) && counts.ValueKind == JsonValueKind.Object
            ? counts.EnumerateObject().Select(p => $"{p.Name}={p.Value}")
            : [];

    // A lone surrogate can be written as an escape, but it is no text.
    private static string? TryText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
