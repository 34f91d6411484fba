using System.Text;
using System.Text.Json;

namespace MicroApps.Benchmarks;

/// <summary>The policies that are measured: those of the folder <c>Policies</c>, and some that are long and regular.</summary>
internal static class RegoWorkloads
{
    private static readonly string[] s_larger = ["join", "mounts", "prompt", "walking", "obligations"];

    public static IEnumerable<RegoWorkload> All() => [.. Written(), .. Deny(50), Indexed(200), Roles(200), .. BuiltinWorkloads.All()];

    private static IEnumerable<RegoWorkload> Written()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Policies");
        foreach (var file in Directory.EnumerateFiles(folder, "*.rego").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            using var description = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));
            var root = description.RootElement;
            var data = root.TryGetProperty("data", out var documents) ? documents.GetRawText() : "{}";
            foreach (var input in root.GetProperty("inputs").EnumerateObject())
                yield return new($"{name}, {input.Name}", File.ReadAllText(file), "result = " + root.GetProperty("query").GetString(), data, input.Value.GetRawText(), !s_larger.Contains(name));
        }
    }

    // Every rule has its own field; all of them match, or none.
    private static IEnumerable<RegoWorkload> Deny(int rules)
    {
        var module = new StringBuilder("package denials\n");
        for (var i = 0; i < rules; i++)
            module.Append($"\ndeny contains message if {{\n\tinput.settings.field{i} != \"expected\"\n\tmessage := sprintf(\"field{i} is %s\", [input.settings.field{i}])\n}}\n");
        foreach (var (name, value) in new[] { ("all", "other"), ("none", "expected") })
        {
            var fields = string.Join(',', Enumerable.Range(0, rules).Select(i => $"\"field{i}\":\"{value}\""));
            yield return new($"{rules} rules that deny, {name} match", module.ToString(), "result = data.denials.deny", "{}", $"{{\"settings\":{{{fields}}}}}", false);
        }
    }

    // One rule of many is for this input.
    private static RegoWorkload Indexed(int rules)
    {
        var module = new StringBuilder("package routes\n\ndefault allow := false\n");
        for (var i = 0; i < rules; i++)
            module.Append($"\nallow if {{\n\tinput.route == \"/route/{i}\"\n\tinput.method in {{\"GET\", \"POST\"}}\n}}\n");
        return new($"{rules} rules, one for the input", module.ToString(), "result = data.routes.allow", "{}", $"{{\"route\":\"/route/{rules - 20}\",\"method\":\"GET\"}}", false);
    }

    // Looks one key up in an object that rules make.
    private static RegoWorkload Roles(int users)
    {
        const string Module = "package people\n\nlevel[user] := n if {\n\tsome user, role in data.roles\n\tn := data.levels[role]\n}\n\nallow if level[input.user] > 2\n";
        var roles = string.Join(',', Enumerable.Range(0, users).Select(i => $"\"user{i}\":\"role{i % 5}\""));
        return new($"one key of an object of {users}", Module, "result = data.people.allow", $"{{\"roles\":{{{roles}}},\"levels\":{{\"role0\":1,\"role1\":2,\"role2\":3,\"role3\":4,\"role4\":5}}}}", "{\"user\":\"user77\"}", false);
    }
}
