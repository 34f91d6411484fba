using System.Text.Json;

namespace MicroApps.Evaluation;

/// <summary>A text that holds a secret, or none.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Source">Where the text comes from.</param>
/// <param name="Kind">The kind of secret, or what the text is taken for.</param>
/// <param name="Text">The text.</param>
/// <param name="HasSecret">Whether something must be found.</param>
/// <param name="Secret">Where it is; null when the annotation only says that there is one.</param>
/// <param name="IsClean">Whether nothing at all may be found.</param>
internal sealed record SecretCase(string Id, string Source, string Kind, string Text, bool HasSecret, Span? Secret, bool IsClean)
{
    public static SecretCase Read(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        var (value, kind) = (Optional(line, "secret"), Optional(line, "kind") ?? "");
        var at = value is null ? -1 : text.IndexOf(value, StringComparison.Ordinal);
        return new(
            line.GetProperty("id").GetString()!,
            line.GetProperty("source").GetString()!,
            kind,
            text,
            line.GetProperty("label").GetBoolean(),
            at < 0 ? null : new Span(at, at + value!.Length, kind),
            Optional(line, "neg_scope") == "any");
    }

    private static string? Optional(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
