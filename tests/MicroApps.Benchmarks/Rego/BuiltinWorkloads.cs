namespace MicroApps.Benchmarks;

/// <summary>Built-in functions, each called many times or with something large, so that their own cost counts.</summary>
internal static class BuiltinWorkloads
{
    private const string Text = "The truck with the fruit arrives on Monday at 6:30; please ask Anna for the key of gate 4 and count the boxes. ";

    private static readonly (string Name, string Expression)[] s_calls =
    [
        ("arithmetic", "sum([n | some i in input.numbers; n := (i * 3 + 7) % 11])"),
        ("fractions", "sum([n | some i in input.numbers; n := i / 7])"),
        ("array.concat", "count([n | some i in input.numbers; n := array.concat(input.words, [i])])"),
        ("array.slice", "count([n | some i in input.numbers; n := array.slice(input.words, 2, 20)])"),
        ("base64", "count([n | some w in input.words; n := base64.decode(base64.encode(w))])"),
        ("bits", "sum([n | some i in input.numbers; n := bits.xor(i, 255)])"),
        ("concat and split", "count([n | some i in input.numbers; n := concat(\",\", split(input.text, \" \"))])"),
        ("contains", "count([i | some i in input.numbers; contains(input.long, \"nowhere\")])"),
        ("count and sort", "count([n | some i in input.numbers; n := sort(input.words)])"),
        ("crypto.sha256", "count([n | some w in input.words; n := crypto.sha256(w)])"),
        ("format_int", "count([n | some i in input.numbers; n := format_int(i, 16)])"),
        ("glob.match", "count([w | some w in input.hosts; glob.match(\"*.example.{com,org}\", [\".\"], w)])"),
        ("graph.reachable", "count(graph.reachable(input.graph, {\"n0\"}))"),
        ("intersection", "count([n | some i in input.numbers; n := {w | some w in input.words} & {\"word3\", \"word5\"}])"),
        ("json.filter", "count([n | some i in input.numbers; n := json.filter(input.record, [\"a/b\", \"c/d/e\"])])"),
        ("json.marshal", "count([n | some i in input.numbers; n := json.unmarshal(json.marshal(input.record))])"),
        ("json.patch", "count([n | some i in input.numbers; n := json.patch(input.record, [{\"op\": \"add\", \"path\": \"/a/x\", \"value\": i}])])"),
        ("lower and upper", "count([n | some w in input.words; n := upper(lower(w))])"),
        ("net.cidr_contains", "count([h | some h in input.addresses; net.cidr_contains(\"10.0.0.0/8\", h)])"),
        ("object.get", "count([n | some i in input.numbers; n := object.get(input.record, [\"c\", \"d\"], null)])"),
        ("object.union", "count([n | some i in input.numbers; n := object.union(input.record, {\"z\": i})])"),
        ("object.remove", "count([n | some i in input.numbers; n := object.remove(input.record, [\"a\"])])"),
        ("regex.match, long text", "[regex.match(`\\b\\d{3}-\\d{2}-\\d{4}\\b`, input.long), regex.match(`[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}`, input.long), regex.match(`(?i)password\\s*[:=]\\s*\\S+`, input.long)]"),
        ("regex.find_n", "count([n | some i in input.numbers; n := regex.find_n(`[0-9]+`, input.text, -1)])"),
        ("regex.replace", "count([n | some i in input.numbers; n := regex.replace(input.text, `\\b([A-Z])\\w+`, \"$1.\")])"),
        ("replace and trim", "count([n | some i in input.numbers; n := trim_space(replace(input.text, \"the\", \"a\"))])"),
        ("semver.compare", "sum([n | some v in input.versions; n := semver.compare(v, \"1.10.3\")])"),
        ("sprintf", "count([n | some i in input.numbers; n := sprintf(\"%d of %s: %v\", [i, input.words[0], input.record.a])])"),
        ("startswith", "count([w | some w in input.words; startswith(w, \"word1\")])"),
        ("strings.any_prefix_match", "count([w | some w in input.words; strings.any_prefix_match(w, [\"a\", \"b\", \"word2\"])])"),
        ("substring", "count([n | some i in input.numbers; n := substring(input.text, 4, 5)])"),
        ("time", "count([n | some i in input.numbers; n := time.date(time.parse_rfc3339_ns(\"2024-05-06T07:08:09Z\"))])"),
        ("to_number", "sum([n | some t in input.texts; n := to_number(t)])"),
        ("union of sets", "count(union({s | some i in input.numbers; s := {i, i + 1, i + 2}}))"),
        ("units.parse_bytes", "sum([n | some i in input.numbers; n := units.parse_bytes(\"12MiB\")])"),
        ("walk", "count([p | walk(input.tree, [p, v]); is_number(v)])"),
        ("grouping", "count({k: n | some i in input.numbers; k := i % 10; n := count([j | some j in input.numbers; j % 10 == k])})"),
    ];

    public static IEnumerable<RegoWorkload> All() =>
        s_calls.Select(c => new RegoWorkload(c.Name, $"package builtins\n\nanswer := {c.Expression}\n", "result = data.builtins.answer", "{}", Input, false));

    private const string Leaf = "{\"x\": [1, 2, {\"y\": 3}], \"z\": \"text\"}";

    private static string Input { get; } = string.Join(
        ",\n",
        "{ \"numbers\": [" + Join(200, i => $"{i}") + "]",
        "\"words\": [" + Join(60, i => $"\"word{i * 37 % 60}\"") + "]",
        "\"texts\": [" + Join(200, i => $"\"{i}.5\"") + "]",
        "\"hosts\": [" + Join(100, i => $"\"host{i}.example.{(i % 2 == 0 ? "com" : "net")}\"") + "]",
        "\"addresses\": [" + Join(100, i => $"\"10.{i}.0.1\"") + "]",
        "\"versions\": [" + Join(100, i => $"\"1.{i}.3\"") + "]",
        $"\"text\": \"{Text}\"",
        "\"long\": \"" + string.Concat(Enumerable.Repeat(Text, 100)) + "\"",
        """ "record": {"a": {"b": 1, "c": [1, 2, 3]}, "c": {"d": {"e": "f", "g": true}}, "h": "text", "i": null}""",
        "\"graph\": {" + Join(200, i => $"\"n{i}\": [\"n{i * 2 % 200}\", \"n{((i * 2) + 1) % 200}\"]") + "}",
        "\"tree\": {" + Join(20, i => $"\"t{i}\": {Leaf}") + "} }");

    private static string Join(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));
}
