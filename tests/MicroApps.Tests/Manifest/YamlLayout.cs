using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroApps.Tests;

/// <summary>Writes a manifest in a random layout that means the same: order of fields, block or flow, quotes, comments, blank lines.</summary>
internal sealed partial class YamlLayout(int seed)
{
    private readonly Random _random = new(seed);

    public string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Block(text, root, 0);
        return text.ToString();
    }

    private void Block(StringBuilder text, JsonNode? node, int indent)
    {
        var pad = new string(' ', indent);
        if (node is JsonObject { Count: > 0 } map)
        {
            foreach (var (name, value) in Shuffled(map)) Entry(text.Append(Noise(pad)).Append(pad).Append(Text(name)).Append(':'), value, indent);
        }
        else
        {
            foreach (var item in (JsonArray)node!) Entry(text.Append(Noise(pad)).Append(pad).Append('-'), item, indent);
        }
    }

    private void Entry(StringBuilder text, JsonNode? value, int indent)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && Toss())
            Block(text.Append('\n'), value, indent + 1 + _random.Next(4));
        else
            text.Append(' ', 1 + _random.Next(3)).Append(Flow(value)).Append(Toss() ? " # note\n" : "\n");
    }

    private string Flow(JsonNode? node) => node switch
    {
        JsonObject map => $"{{ {string.Join(", ", Shuffled(map).Select(e => $"{Text(e.Key)}: {Flow(e.Value)}"))} }}",
        JsonArray items => $"[{string.Join(Toss() ? "," : " , ", items.Select(Flow))}]",
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => Text(value.GetValue<string>()),
        _ => node!.ToJsonString(),
    };

    private string Text(string text) => (_random.Next(3), Plain().IsMatch(text)) switch
    {
        (0, true) => text,
        (1, _) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => JsonValue.Create(text).ToJsonString(),
    };

    private string Noise(string pad) => _random.Next(6) switch { 0 => "\n", 1 => pad + "# a comment\n", _ => "" };

    private bool Toss() => _random.Next(2) == 0;

    private KeyValuePair<string, JsonNode?>[] Shuffled(JsonObject map)
    {
        var entries = map.ToArray();
        _random.Shuffle(entries);
        return entries;
    }

    [GeneratedRegex("^(?!(true|false|null)$)[A-Za-z][A-Za-z0-9 ._/@-]*[A-Za-z0-9]$")]
    private static partial Regex Plain();
}
