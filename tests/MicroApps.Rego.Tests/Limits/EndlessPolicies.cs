using System.Globalization;

namespace MicroApps.Rego.Tests;

/// <summary>Policies that hardly end, or not at all, unless a limit ends them.</summary>
internal static class EndlessPolicies
{
    // What is repeated for i, with a text t, numbers n, a set s, an object o, all long and different for each i.
    private static readonly string[] s_calls = """
        upper(t)
        lower(t)
        strings.reverse(t)
        trim(t, "xyz")
        trim_space(t)
        substring(t, 5, 1000000)
        split(t, "a")
        split(t, "")
        replace(t, "a", "bb")
        strings.replace_n({"a": "bb", "cd": "e"}, t)
        indexof(t, "zz")
        indexof_n(t, "a")
        strings.count(t, "ab")
        sprintf("%s %v", [t, n])
        sprintf("%q", [t])
        sprintf("%x", [t])
        $"{t} {n}"
        contains(t, "zz")
        count(t)
        regex.match("(x+x+)+y", t)
        regex.match("[a-z]*[0-9][^q]{200}$", t)
        regex.match("(a|b|ab)*c(.|\\n){300}[0-3]$", t)
        regex.find_n("a.", t, -1)
        regex.find_all_string_submatch_n("(a)(.)", t, -1)
        regex.find_all_string_submatch_n("(a*)*(b*)*z", t, -1)
        regex.replace(t, "a", "<$0$0>")
        regex.split("[ab]", t)
        regex.match(concat("", ["((a{0,30}){0,30}b", format_int(i, 10), "){0,1}"]), t)
        regex.is_valid(t)
        regex.globs_match(t, t)
        regex.template_match("a{.*}b", t, "{", "}")
        glob.match("*a*b*c*zz", [], t)
        glob.quote_meta(t)
        base64.encode(t)
        base64.decode(base64.encode(t))
        base64url.encode(t)
        hex.encode(t)
        hex.decode(hex.encode(t))
        urlquery.encode(t)
        urlquery.decode(urlquery.encode(t))
        urlquery.encode_object({"a": t})
        json.marshal(n)
        json.marshal_with_options(n, {"pretty": true})
        json.unmarshal(json.marshal(n))
        json.is_valid(json.marshal(o))
        yaml.marshal(n)
        yaml.unmarshal(json.marshal(n))
        yaml.unmarshal(yaml.marshal(n))
        crypto.md5(t)
        crypto.sha1(t)
        crypto.sha256(t)
        crypto.hmac.sha512(t, "key")
        crypto.hmac.equal(t, t)
        sort(n)
        sum(n)
        product(n)
        max(n)
        array.reverse(n)
        array.slice(n, 1, 1000000)
        array.flatten([n, n])
        array.concat(n, n)
        n == array.concat(n, [])
        1.5 in n
        {x | some x in n}
        {x: 1 | some x in n}
        [x | some x in n]
        s | {i}
        s & {x | some x in n}
        s - {i}
        union({s, {i}})
        intersection({s, {x | some x in n}})
        sort(s)
        object.keys(o)
        object.union(o, {"x": i})
        object.union_n([o, {"x": i}, o])
        object.remove(o, [i])
        object.filter(o, n)
        object.subset(o, o)
        object.subset(n, [i, i])
        object.get(o, format_int(i, 10), [1])
        json.filter(o, ["1", "2"])
        json.remove(o, ["1", "2"])
        json.patch(n, [{"op": "add", "path": "0", "value": x} | some x in n])
        json.patch(o, [{"op": "remove", "path": "1"}])
        [path | walk(n, [path, _])]
        graph.reachable(edges, [0])
        graph.reachable_paths(edges, [0])
        net.cidr_expand("10.0.0.0/12")
        net.cidr_merge(addresses)
        net.cidr_contains_matches(addresses, addresses)
        json.match_schema({"a": n}, {"properties": {"a": {"items": {"anyOf": [{"type": "string"}, {"minimum": 5}]}}}})
        strings.render_template("{{range .n}}{{range $.n}}{{.}}{{end}}{{end}}", {"n": n})
        strings.render_template("{{.n}}", {"n": n})
        units.parse(concat("", [digits, "k"]))
        to_number(digits)
        semver.is_valid(concat("", ["1.2.3-", t]))
        strings.any_prefix_match(texts, texts)
        concat(",", texts)
        numbers.range(i, 3000000)
        numbers.range_step(i, 30000000, 10)
        format_int(bits.lsh(i, 60000), 2)
        time.parse_ns("2006-01-02", t)
        uuid.parse(t)
        opa.runtime()
        print(n)
        every x in n { x >= 0 }
        not 1.5 in n
        """.Split('\n');

    private static readonly (string Name, string Source)[] s_wholes =
    [
        ("loops", "p := [1 | ns[_]; ns[_]; ns[_]; ns[_]]\nns := numbers.range(1, 2000)"),
        ("loops over input", "p := [1 | input.n[_]; input.n[_]]"),
        ("loops over data", "p := [1 | data.n[_]; data.n[_]]"),
        ("pairs in a set", "p contains [x, y] if { some x in input.n; some y in input.n }"),
        ("pairs in an object", "p[[x, y]] := 1 if { some x in input.n; some y in input.n }"),
        ("every in every", "p if every x in input.n { every y in input.n { x + y >= 0 } }"),
        ("functions that double", "f0(x) := 1\n" + Repeat(60, (k, l) => $"f{k}(x) := f{l}([x, 0]) + f{l}([x, 1])\n") + "p := f60([])"),
        ("values that double, compared", Doubling("a") + Doubling("b") + "p := a60 == b60"),
        ("values that double, ordered", Doubling("a") + Doubling("b") + "p := a60 < b60"),
        ("values that double, in a template", Doubling("a") + "p := strings.render_template(\"{{.a}}\", {\"a\": a60})"),
        ("objects that double, united", Doubling("a", "{\"x\": %, \"y\": %}") + Doubling("b", "{\"x\": %, \"y\": %}") + "p := object.union(a60, b60)"),
        ("with that doubles", "p0 := 1\n" + Repeat(60, (k, l) => $"p{k} := x + y if {{ x := p{l} with input.x as {k}; y := p{l} with input.x as -{k} }}\n") + "p := p60"),
    ];

    // Which end at once, by what they would make.
    private static readonly (string Name, string Source)[] s_large =
    [
        ("values that double, as JSON", Doubling("a") + "p := json.marshal(a60)"),
        ("values that double, as YAML", Doubling("a") + "p := yaml.marshal(a60)"),
        ("values that double, as a term", Doubling("a") + "p := sprintf(\"%v\", [a60])"),
        ("values that double, walked", Doubling("a") + "p := [x | walk(a60, x)]"),
        ("texts that double", "a0 := \"abc\"\n" + Repeat(60, (k, l) => $"a{k} := concat(a{l}, [a{l}, a{l}])\n") + "p := a60"),
        ("arrays that double", "a0 := [1]\n" + Repeat(60, (k, l) => $"a{k} := array.concat(a{l}, a{l})\n") + "p := count(a60)"),
        ("range", "p := numbers.range(1, 1000000000000)"),
        ("range of large numbers", "p := numbers.range(-1000000000000000000000000, 1000000000000000000000000)"),
        ("network of IPv4", "p := net.cidr_expand(\"0.0.0.0/0\")"),
        ("network of IPv6", "p := net.cidr_expand(\"::/0\")"),
        ("width of a format", "p := sprintf(concat(\"\", [\"%900000d\" | numbers.range(1, 50)[_]]), [x | x := numbers.range(1, 50)[_]])"),
        ("replace with a long text", "p := replace(input.t, \"a\", input.t)"),
        ("replace_n with a long text", "p := strings.replace_n({\"a\": input.t}, input.t)"),
        ("regex.replace with a long text", "p := regex.replace(input.t, \"a\", input.t)"),
        ("indent of JSON", "p := json.marshal_with_options(input.n, {\"indent\": input.t})"),
    ];

    public static IReadOnlyList<(string Name, string Source)> Endless { get; } = [.. s_wholes, .. s_calls.Select(c => (c.Trim(), Around(c.Trim())))];

    public static IReadOnlyList<(string Name, string Source)> Large => s_large;

    /// <summary>Input with a text and numbers of a length.</summary>
    public static RegoValue Input(int texts, int numbers)
    {
        var text = string.Concat(Enumerable.Repeat("abcdefghij", texts / 10));
        return RegoValue.Parse($$"""{"t": "{{text}}", "n": [{{string.Join(',', Enumerable.Range(0, numbers).Select(i => (i * 7919L) % numbers))}}]}""");
    }

    private static string Around(string call)
    {
        var test = call.StartsWith("every ", StringComparison.Ordinal) || call.StartsWith("not ", StringComparison.Ordinal) || call.StartsWith("print(", StringComparison.Ordinal) ? call : $"_ = {call}";
        return $$"""
            p := [1 |
                some i in numbers.range(1, 2000)
                some j in numbers.range(1, 2000)
                some k in numbers.range(1, 2000)
                t := concat(format_int(i * j * k, 10), [input.t, ""])
                n := array.concat(input.n, [i * j * k])
                {{test}}
            ]
            s := {x | some x in input.n}
            o := {format_int(x, 10): x | some x in input.n}
            edges := {x: [y | some y in numbers.range(0, 300)] | some x in numbers.range(0, 300)}
            addresses := [sprintf("10.%d.%d.0/24", [x, y]) | some x in numbers.range(0, 50); some y in numbers.range(0, 50)]
            digits := replace(substring(input.t, 0, 50000), "a", "1")
            texts := [sprintf("%d and some text", [x]) | some x in numbers.range(0, 3000)]
            """;
    }

    private static string Repeat(int count, Func<int, int, string> line) => string.Concat(Enumerable.Range(1, count).Select(k => line(k, k - 1)));

    private static string Doubling(string name, string pair = "[%, %]") =>
        $"{name}0 := [1]\n"
        + Repeat(60, (k, l) => $"{name}{k.ToString(CultureInfo.InvariantCulture)} := {pair.Replace("%", $"{name}{l}", StringComparison.Ordinal)}\n");
}
