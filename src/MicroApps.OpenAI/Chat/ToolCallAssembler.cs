using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Puts tool calls together from pieces, several at a time.</summary>
internal sealed class ToolCallAssembler
{
    private readonly List<Pending> _pending = [];

    public void Add(JsonElement piece)
    {
        var id = piece.Text("id");
        var index = piece.Number("index");
        var call = Continued(id, index);
        if (call is null)
            _pending.Add(call = new Pending { Index = index });
        call.Id ??= id;
        if (piece.Property("function") is not { } function)
            return;
        call.Name ??= function.Text("name");
        if (function.Property("arguments") is { } arguments)
            call.Arguments.Append(arguments.ValueKind is JsonValueKind.String ? arguments.GetString() : arguments.GetRawText());
    }

    /// <summary>Hands out the calls in their order and forgets them; a server that gives no ids gets some made from the response's.</summary>
    public IEnumerable<FunctionCallContent> Take(string? responseId)
    {
        var number = 0;
        foreach (var call in _pending)
            yield return FunctionCallContent.CreateFromParsedArguments(
                call.Arguments.ToString(), call.Id ?? $"{responseId ?? "call"}_{number++}", call.Name ?? "", Parse);
        _pending.Clear();
    }

    // A new id means a new call even under an index that was used before: some servers number every call 0.
    private Pending? Continued(string? id, long? index)
    {
        if (index is null && id is null)
            return _pending.LastOrDefault();
        var last = index is null ? null : _pending.LastOrDefault(call => call.Index == index);
        last ??= id is null ? null : _pending.LastOrDefault(call => call.Id == id);
        return last is not null && id is not null && last.Id is not null && last.Id != id ? null : last;
    }

    private static Dictionary<string, object?> Parse(string arguments)
    {
        if (string.IsNullOrWhiteSpace(arguments))
            return [];
        try
        {
            if (JsonElement.Parse(arguments) is { ValueKind: JsonValueKind.Object } json)
                return Members(json);
        }
        catch (JsonException)
        {
            // Falls through: the parser's message may quote the text.
        }

        throw new FormatException("The model sent tool arguments that are not a JSON object.");
    }

    private static Dictionary<string, object?> Members(JsonElement json)
    {
        var members = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
            members[member.Name] = member.Value.ValueKind is JsonValueKind.Null ? null : member.Value;
        return members;
    }

    private sealed class Pending
    {
        public long? Index { get; init; }
        public string? Id { get; set; }
        public string? Name { get; set; }
        public StringBuilder Arguments { get; } = new();
    }
}
