using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>The arguments of a tool call, taken from a request.</summary>
/// <param name="Values">What was found, or made up where a call was demanded.</param>
/// <param name="Missing">Required parameters that the request does not give.</param>
internal sealed record SandboxArguments(Dictionary<string, object?> Values, IReadOnlyList<string> Missing)
{
    /// <summary>Fills the parameters of <paramref name="tool"/> from <paramref name="text"/>, required ones first; <paramref name="demanded"/> gives missing ones the smallest valid value.</summary>
    public static SandboxArguments Fill(AIFunctionDeclaration tool, string text, SandboxPrompt prompt, bool demanded)
    {
        var root = SandboxSchema.Parse(tool.JsonSchema);
        var reader = new SandboxSchemaReader(root);
        var shape = reader.Read(root);
        var filler = new SandboxSchema(root);
        var source = new SandboxSource(text, prompt, forTool: true);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var (name, schema) in (shape.Properties ?? []).OrderBy(property => Rank(property.Key, property.Value)))
        {
            var required = shape.Requires(name);
            var field = new SandboxField(name, reader.Read(schema).Word("description") ?? "");
            if (!required && !IsTold(field, reader.Read(schema), source))
                continue;
            var value = filler.Value(schema, field, source);
            if (value.Found || (required && demanded))
                values[name] = JsonDocument.Parse(SandboxSchema.Write(value.Node)).RootElement.Clone();
            else if (required)
                missing.Add(field.Words);
        }
        return new(values, missing);

        // Required ones first; those that take only one kind of thing before those that take any text.
        int Rank(string name, JsonNode? schema)
        {
            var field = new SandboxField(name, "");
            var strict = reader.Read(schema) is { Type: not "string" } || field.Kind != SandboxKind.Text;
            return (shape.Requires(name) ? 0 : 2) + (strict ? 0 : 1);
        }
    }

    // An optional parameter is filled only when the request plainly gives it.
    private static bool IsTold(SandboxField field, SandboxShape shape, SandboxSource source) =>
        shape.Schema["enum"] is JsonArray values ? SandboxScalars.Mentioned(values, source).Any()
        : field.Kind is not (SandboxKind.Text or SandboxKind.Keyword or SandboxKind.Action or SandboxKind.Question) && source.Entities.Any(entity => entity.Kind == field.Kind)
        || field.NameTerms.Any(source.Terms.Contains)
        || (field.IsAbout("place") && SandboxValues.Places(source.Text).Count > 0);
}
