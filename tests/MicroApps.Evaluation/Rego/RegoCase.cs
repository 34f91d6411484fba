using System.Text.Json;
using MicroApps.Rego;

namespace MicroApps.Evaluation;

/// <summary>A case of OPA's conformance suite.</summary>
internal sealed record RegoCase(
    string Id, string Tier, string Note, string Query, IReadOnlyList<string> Modules, RegoValue? Data, RegoValue? Input, string? InputTerm,
    IReadOnlyList<RegoValue>? WantResult, string? WantError, string? WantErrorCode, bool SortBindings, bool StrictError)
{
    public static RegoCase Read(JsonElement record) => new(
        Text(record, "id")!,
        Text(record, "tier")!,
        Text(record, "note") ?? "",
        Text(record, "query")!,
        record.TryGetProperty("modules", out var modules) && modules.ValueKind == JsonValueKind.Array ? [.. modules.EnumerateArray().Select(m => m.GetString()!)] : [],
        Value(record, "data"),
        Value(record, "input"),
        Text(record, "input_term"),
        record.TryGetProperty("want_result", out var want) && want.ValueKind == JsonValueKind.Array ? [.. want.EnumerateArray().Select(w => RegoValue.Parse(w.GetRawText()))] : null,
        Text(record, "want_error"),
        Text(record, "want_error_code"),
        Flag(record, "sort_bindings"),
        Flag(record, "strict_error"));

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static RegoValue? Value(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? RegoValue.Parse(value.GetRawText()) : null;

    private static bool Flag(JsonElement record, string name) => record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
