using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Walks over every text position of a chat request.</summary>
internal static class ChatRequestWalker
{
    /// <summary>Walks messages; the same list when nothing changes.</summary>
    public static IReadOnlyList<ChatMessage> Walk(IReadOnlyList<ChatMessage> messages, TextVisitor visitor)
    {
        List<ChatMessage>? rebuilt = null;
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            var visited = Walk(message, visitor);
            if (!ReferenceEquals(visited, message))
                rebuilt ??= [.. messages.Take(i)];
            rebuilt?.Add(visited);
        }

        return rebuilt ?? messages;
    }

    /// <summary>Walks options; the same object when nothing changes.</summary>
    public static ChatOptions? Walk(ChatOptions? options, TextVisitor visitor, Func<AITool, ToolTexts, AITool> govern)
    {
        if (options is null)
            return null;

        var instructions = visitor.VisitOptional(TextOrigin.Instructions, options.Instructions);
        var stops = WalkStops(options.StopSequences, visitor);
        var format = WalkFormat(options.ResponseFormat, visitor);
        var tools = options.Tools is { Count: > 0 } declared ? declared.Select(t => WalkTool(t, visitor, govern)).ToList() : null;
        var properties = options.AdditionalProperties is { Count: > 0 } all ? JsonWalker.WalkMap(ChatCallProperties.Foreign(all), TextOrigin.Property, visitor) : null;
        var hasOwn = options.AdditionalProperties is { } p && ChatCallProperties.HasAny(p);
        if (ReferenceEquals(instructions, options.Instructions) && stops is null && ReferenceEquals(format, options.ResponseFormat)
            && tools is null && properties is null && !hasOwn)
        {
            return options;
        }

        var copy = options.Clone();
        copy.Instructions = instructions;
        copy.StopSequences = stops ?? copy.StopSequences;
        copy.ResponseFormat = format;
        copy.Tools = tools is null ? copy.Tools : [.. tools];
        copy.AdditionalProperties = properties is not null ? new(properties)
            : hasOwn ? new(ChatCallProperties.Foreign(options.AdditionalProperties!)) : copy.AdditionalProperties;
        return copy;
    }

    private static ChatMessage Walk(ChatMessage message, TextVisitor visitor)
    {
        var author = visitor.VisitOptional(TextOrigin.Property, message.AuthorName);
        var contents = ContentWalker.Walk(message.Contents, OriginOf(message.Role), visitor);
        var properties = message.AdditionalProperties is { Count: > 0 } all ? JsonWalker.WalkMap(all, TextOrigin.Property, visitor) : null;
        if (ReferenceEquals(author, message.AuthorName) && contents is null && properties is null && message.RawRepresentation is null)
            return message;

        var copy = message.Clone();
        copy.AuthorName = author;
        copy.Contents = contents ?? copy.Contents;
        copy.AdditionalProperties = properties is null ? copy.AdditionalProperties : new(properties);
        copy.RawRepresentation = null;
        return copy;
    }

    private static TextOrigin OriginOf(ChatRole role) =>
        role == ChatRole.User ? TextOrigin.User
        : role == ChatRole.Assistant ? TextOrigin.Assistant
        : role == ChatRole.Tool ? TextOrigin.ToolResult
        : TextOrigin.Instructions;

    private static List<string>? WalkStops(IList<string>? stops, TextVisitor visitor)
    {
        if (stops is not { Count: > 0 })
            return null;

        var visited = stops.Select(s => s is null ? "" : visitor.Visit(TextOrigin.Instructions, s)).ToList();
        return visited.Zip(stops).All(pair => ReferenceEquals(pair.First, pair.Second)) ? null : visited;
    }

    private static ChatResponseFormat? WalkFormat(ChatResponseFormat? format, TextVisitor visitor)
    {
        if (format is not ChatResponseFormatJson json)
            return format;

        var name = visitor.VisitOptional(TextOrigin.Declaration, json.SchemaName);
        var description = visitor.VisitOptional(TextOrigin.Declaration, json.SchemaDescription);
        var schema = json.Schema is { } element ? JsonWalker.Walk(element, TextOrigin.Declaration, visitor) : null;
        return ReferenceEquals(name, json.SchemaName) && ReferenceEquals(description, json.SchemaDescription) && schema is null
            ? format
            : ChatResponseFormat.ForJsonSchema(schema ?? json.Schema!.Value, name, description);
    }

    private static AITool WalkTool(AITool tool, TextVisitor visitor, Func<AITool, ToolTexts, AITool> govern)
    {
        if (!ReferenceEquals(visitor.VisitOptional(TextOrigin.Declaration, tool.Name), tool.Name))
            throw new NotSupportedException("The name of a tool holds a value that must be redacted. Give the tool a plain name.");
        if (tool.AdditionalProperties.Count > 0 && JsonWalker.WalkMap(tool.AdditionalProperties, TextOrigin.Declaration, visitor) is not null)
            throw new NotSupportedException($"The additional properties of the tool '{tool.Name}' hold values that must be redacted. Remove them from its AdditionalProperties.");
        var description = visitor.VisitOptional(TextOrigin.Declaration, tool.Description);
        var declaration = tool as AIFunctionDeclaration;
        var schema = declaration is null ? null : JsonWalker.Walk(declaration.JsonSchema, TextOrigin.Declaration, visitor);
        var returns = declaration?.ReturnJsonSchema is { } result ? JsonWalker.Walk(result, TextOrigin.Declaration, visitor) : null;
        return govern(tool, new ToolTexts(ReferenceEquals(description, tool.Description) ? null : description, schema, returns));
    }
}
