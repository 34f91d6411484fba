using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Writes tools, the choice among them, and the format of the answer.</summary>
internal static class ChatRequestTools
{
    private const string DefaultSchemaName = "answer";

    // What strict mode demands of a schema; see "Structured model outputs" in OpenAI's documentation.
    private static readonly AIJsonSchemaTransformCache StrictSchemas = new(new AIJsonSchemaTransformOptions
    {
        DisallowAdditionalProperties = true,
        RequireAllProperties = true,
        ConvertBooleanSchemas = true,
        MoveDefaultKeywordToDescription = true,
    });

    public static void Apply(JsonObject body, ChatOptions options)
    {
        if (options.Tools is not { Count: > 0 } tools)
            return;
        body["tools"] = new JsonArray([.. tools.Select(tool => (JsonNode)Tool(tool, options))]);
        body.Set("tool_choice", Choice(options.ToolMode));
        body.Set("parallel_tool_calls", options.AllowMultipleToolCalls);
    }

    public static JsonObject? ResponseFormat(ChatOptions options) => options.ResponseFormat switch
    {
        null => null,
        ChatResponseFormatJson { Schema: null } => new JsonObject { ["type"] = "json_object" },
        ChatResponseFormatJson json => new JsonObject { ["type"] = "json_schema", ["json_schema"] = Schema(json, Strict(options.AdditionalProperties)) },
        _ => new JsonObject { ["type"] = "text" },
    };

    private static JsonObject Tool(AITool tool, ChatOptions options)
    {
        if (tool is not AIFunctionDeclaration function)
            throw new NotSupportedException($"Chat Completions runs no tools itself: '{tool.Name}' ({tool.GetType().Name}) is no function. Remove it from ChatOptions.Tools.");
        var strict = Strict(tool.AdditionalProperties) ?? Strict(options.AdditionalProperties);
        var description = new JsonObject { ["name"] = function.Name };
        description.Set("description", function.Description.Length == 0 ? null : function.Description);
        description["parameters"] = RequestJson.Node(strict is true ? StrictSchemas.GetOrCreateTransformedSchema(function) : function.JsonSchema);
        description.Set("strict", strict);
        return new JsonObject { ["type"] = "function", ["function"] = description };
    }

    private static JsonNode? Choice(ChatToolMode? mode) => mode switch
    {
        NoneChatToolMode => "none",
        AutoChatToolMode => "auto",
        RequiredChatToolMode { RequiredFunctionName: { } name } => new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name } },
        RequiredChatToolMode => "required",
        _ => null,
    };

    private static JsonObject Schema(ChatResponseFormatJson json, bool? strict)
    {
        var schema = strict is true ? StrictSchemas.GetOrCreateTransformedSchema(json)!.Value : json.Schema!.Value;
        var format = new JsonObject { ["name"] = SchemaName(json.SchemaName) };
        format.Set("description", json.SchemaDescription);
        format["schema"] = RequestJson.Node(schema);
        format.Set("strict", strict);
        return format;
    }

    // The API allows letters, digits, _ and -, up to 64; names made from generic types have more.
    private static string SchemaName(string? name) => string.IsNullOrEmpty(name)
        ? DefaultSchemaName
        : string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_').Take(64));

    private static bool? Strict(IEnumerable<KeyValuePair<string, object?>>? properties)
    {
        foreach (var (name, value) in properties ?? [])
            if (name is "strict" && value is bool strict)
                return strict;
        return null;
    }
}
