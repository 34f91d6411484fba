namespace MicroApps.Rego.Tests;

/// <summary>Calls of built-in functions by what they give. <c>{n}</c> is a number, <c>{s}</c> text, <c>{b}</c> a boolean, <c>{a}</c> an array, <c>{o}</c> an object, <c>{t}</c> a set, <c>{x}</c> anything; the others are constants of <see cref="Words"/>.</summary>
internal static class CallTemplates
{
    public static readonly Dictionary<string, string[]> Words = new()
    {
        ["i"] = ["0", "1", "2", "3", "-1", "5", "8", "64"],
        ["k"] = ["0", "1", "2", "3", "7", "12"],
        ["re"] = ["`^[a-c]+$`", "`(\\w+)\\.(\\w+)`", "`[^\\d]`", "`(?i)foo(bar)?`", "`.*`", "``", "`a|b|`", "`\\bX\\b`", "`(a)(b)?`", "`é+`", "`[[:alpha:]]{2,3}`", "`\\p{L}+`", "`(`", "`a{1001}`", "`(?P<n>\\d+)`", "`\\s*,\\s*`", "`(?s).`"],
        ["rr"] = ["\"$1\"", "\"<$0>\"", "\"\"", "\"${n}x\"", "\"$\"", "\"x$2y\""],
        ["glob"] = ["\"*\"", "\"**\"", "\"a.*\"", "\"*.b.c\"", "\"a/**\"", "\"[a-c]*\"", "\"{a,b}*\"", "\"?\"", "\"[!a]*\"", "\"a*c\"", "\"*🙂*\""],
        ["gd"] = ["[]", "null", "[\".\"]", "[\"/\"]", "[\".\", \"/\"]"],
        ["fmt"] = ["\"%v\"", "\"%d\"", "\"%s\"", "\"%5v|\"", "\"%-6s|\"", "\"%05d\"", "\"%x\"", "\"%.2f\"", "\"%v %v\"", "\"%q\"", "\"%t\"", "\"%[2]v %[1]v\"", "\"%%\"", "\"%e\"", "\"%g\"", "\"%8.3f|\"", "\"%+d\"", "\"%z\"", "\"%b\"", "\"%o\"", "\"%c\"", "\"%X\"", "\"%T\""],
        ["cidr"] = ["\"10.0.0.0/8\"", "\"192.168.1.0/24\"", "\"2001:db8::/32\"", "\"10.1.0.0/16\"", "\"10.0.0.1/33\"", "\"::/0\"", "\"192.168.1.5/30\""],
        ["ip"] = ["\"10.0.0.1\"", "\"192.168.1.77\"", "\"2001:db8::1\"", "\"::ffff:10.0.0.1\"", "\"300.1.1.1\"", "\"10.1.2.3/24\""],
        ["ver"] = ["\"1.2.3\"", "\"1.2.3-alpha.1\"", "\"1.10.0\"", "\"v1.2.3\"", "\"1.2\"", "\"1.2.3+b.5\"", "\"1.2.3-alpha.beta\"", "\"1.2.3-1\""],
        ["unit"] = ["\"10Gi\"", "\"1.5K\"", "\"100m\"", "\"5 MB\"", "\"10kb\"", "\"1.5.5\"", "\"K\"", "\"0.0005m\"", "\"\\\"1G\\\"\"", "\"12345678901234567890\""],
        ["ns"] = ["0", "1700000000123456789", "[1700000000000000000, \"America/New_York\"]", "-1", "[0, \"\"]", "[951782400000000000, \"Asia/Kolkata\"]", "[1, \"Nowhere\"]", "9223372036854775807", "1e18", "1.5", "1711846800000000000"],
        ["layout"] = ["\"2006-01-02\"", "\"RFC1123\"", "\"Mon Jan _2 15:04:05.000 2006\"", "\"3:04PM MST -0700\"", "\"Kitchen\"", "\"RFC3339Nano\"", "\"06/1/2 .999\"", "\"002 Z07:00\""],
        ["when"] = ["\"2021-03-04T05:06:07Z\"", "\"2021-03-04T05:06:07.123456789+05:30\"", "\"2024-02-30T00:00:00Z\"", "\"2024-02-29\"", "\"Thu, 04 Mar 2021 05:06:07 UTC\"", "\"3000-01-01T00:00:00Z\""],
        ["dur"] = ["\"1h30m\"", "\"1.5s\"", "\"-2ms\"", "\"1µs\"", "\"5\"", "\"300000h\"", "\"\""],
        ["path"] = ["[\"a\"]", "[\"a/b\", \"n\"]", "{\"a/b\"}", "[[\"a\", \"b\"], \"x\"]", "[\"list/0/name\"]", "[\"a/0\"]", "[\"\"]", "[\"~1\"]", "{[\"o\", \"a\"]}"],
        ["patch"] = ["[{\"op\": \"add\", \"path\": \"/z\", \"value\": 1}]", "[{\"op\": \"remove\", \"path\": \"a\"}]", "[{\"op\": \"replace\", \"path\": [\"a\"], \"value\": {2}}]", "[{\"op\": \"test\", \"path\": \"/a\", \"value\": 1}]", "[{\"op\": \"move\", \"from\": \"/a\", \"path\": \"/q\"}]", "[{\"op\": \"copy\", \"from\": \"/a\", \"path\": \"/b/-\"}]", "[{\"op\": \"add\", \"path\": \"/0\", \"value\": 5}]"],
        ["graph"] = ["{\"a\": [\"b\", \"c\"], \"b\": [\"a\"], \"c\": []}", "{\"a\": {\"b\"}, \"b\": {\"c\"}}", "{\"a\": [\"zz\"], \"abc\": null}"],
        ["js"] = ["\"{\\\"a\\\": [1, 2.50, null]}\"", "\"[1,\"", "\"  3 \"", "\"{\\\"a\\\":1,\\\"a\\\":2}\"", "\"1e400\"", "\"nul\"", "\"\\\"\\\\ud83d\\\"\"", "\"01\"", "\"[] []\""],
        ["yml"] = ["\"a: 1\\nb: [x, y]\"", "\"- 1\\n- 2.5\\n- yes\"", "\"a: {x: 1, y: [2]}\"", "\": :\"", "\"\"", "\"k: |\\n  t\\n\"", "\"0o17\"", "\"a: 2020-01-01\""],
        ["b64"] = ["\"aGVsbG8=\"", "\"aGVsbG8\"", "\"w79-\"", "\"w78/\"", "\"a\"", "\"YQ==\\n\""],
        ["hex"] = ["\"68656c6c6f\"", "\"6\"", "\"zz\"", "\"FF00\""],
        ["qs"] = ["\"a=1&b=2&a=3\"", "\"a=%20+\"", "\"%zz\"", "\"a;b=1\"", "\"=\""],
    };

    public static readonly Dictionary<FuzzKind, string[]> Calls = new()
    {
        [FuzzKind.Number] =
        [
            "count({a})", "count({s})", "count({o})", "count({t})", "sum({a})", "product({a})", "max({a})", "min({t})", "abs({n})", "round({n})", "ceil({n})", "floor({n})", "to_number({s})", "to_number({x})", "indexof({s}, {s})",
            "bits.and({n}, {n})", "bits.or({n}, {i})", "bits.lsh({n}, {k})", "bits.rsh({n}, {k})", "bits.xor({n}, {n})", "bits.negate({n})", "units.parse({unit})", "units.parse_bytes({unit})", "time.parse_rfc3339_ns({when})",
            "time.parse_ns({layout}, {when})", "time.parse_duration_ns({dur})", "time.add_date({ns}, {i}, {i}, {i})", "semver.compare({ver}, {ver})", "object.get({o}, {s}, {n})", "{n} + {n}", "{n} - {n}", "{n} * {n}", "{n} / {n}", "{n} % {i}",
            "({n} + {n}) * {n}", "count(regex.split({re}, {s}))", "plus({n}, {n})", "0 - {n}", "count([v | some v in {a}])", "json.unmarshal({js})", "strings.count({s}, {s})",
        ],
        [FuzzKind.Text] =
        [
            "concat({s}, {a})", "concat(\",\", {t})", "lower({s})", "upper({s})", "replace({s}, {s}, {s})", "substring({s}, {i}, {i})", "trim({s}, {s})", "trim_left({s}, {s})", "trim_right({s}, {s})", "trim_prefix({s}, {s})",
            "trim_suffix({s}, {s})", "trim_space({s})", "sprintf({fmt}, [{x}])", "sprintf({fmt}, [{n}])", "sprintf({fmt}, [{s}, {x}])", "sprintf({fmt}, {a})", "format_int({n}, {i})", "format_int({n}, 16)", "format_int({n}, 2)", "type_name({x})",
            "regex.replace({s}, {re}, {rr})", "base64.encode({s})", "base64.decode({b64})", "base64url.encode({s})", "base64url.encode_no_pad({s})", "base64url.decode({b64})", "hex.encode({s})", "hex.decode({hex})", "urlquery.encode({s})",
            "urlquery.decode({qs})", "json.marshal({x})", "yaml.marshal({x})", "crypto.md5({s})", "crypto.sha256({s})", "crypto.sha1({s})", "crypto.hmac.sha256({s}, {s})", "time.format({ns})", "time.format([{i}, \"UTC\", {layout}])", "time.weekday({ns})",
            "strings.reverse({s})", "glob.quote_meta({s})", "strings.replace_n({\"a\": \"b\", \"b\": \"x\"}, {s})", "urlquery.encode_object({\"a\": {s}, \"b\": [\"1\", {s}]})", "json.marshal_with_options({x}, {\"prefix\": \"-\", \"indent\": \" \", \"pretty\": true})",
            "object.get({o}, [{s}, {i}], {s})", "split({s}, {s})[0]", "concat(\"\", [{s}, {s}])", "strings.render_template(\"{{.a}}-{{range .b}}{{.}}{{end}}\", {\"a\": \"<é\", \"b\": [{i}, \"y\"]})",
        ],
        [FuzzKind.Boolean] =
        [
            "{x} == {x}", "{x} != {x}", "{n} < {n}", "{n} >= {n}", "{x} <= {x}", "{x} > {x}", "{s} == {s}", "{n} == {n}", "contains({s}, {s})", "startswith({s}, {s})", "endswith({s}, {s})", "{x} in {a}", "{s} in {t}", "{n}, {x} in {a}", "{s}, {x} in {o}",
            "is_number({x})", "is_string({x})", "is_boolean({x})", "is_array({x})", "is_set({x})", "is_object({x})", "is_null({x})", "regex.match({re}, {s})", "regex.is_valid({re})", "glob.match({glob}, {gd}, {s})", "net.cidr_contains({cidr}, {ip})",
            "net.cidr_intersects({cidr}, {cidr})", "net.cidr_is_valid({cidr})", "semver.is_valid({ver})", "json.is_valid({js})", "yaml.is_valid({yml})", "base64.is_valid({b64})", "object.subset({o}, {o})", "object.subset({a}, {a})",
            "strings.any_prefix_match({s}, {a})", "strings.any_suffix_match({t}, {s})", "equal({x}, {x})", "regex.template_match(\"urn:{.*}:x\", {s}, \"{\", \"}\")", "crypto.hmac.equal({s}, {s})", "object.get({o}, {s}, {b})",
        ],
        [FuzzKind.Array] =
        [
            "array.concat({a}, {a})", "array.slice({a}, {i}, {i})", "array.reverse({a})", "split({s}, {s})", "sort({a})", "sort({t})", "regex.find_n({re}, {s}, {i})", "regex.find_all_string_submatch_n({re}, {s}, {i})", "regex.split({re}, {s})",
            "numbers.range({k}, {k})", "numbers.range_step({k}, {k}, {k})", "time.date({ns})", "time.clock({ns})", "time.diff({ns}, {ns})", "[{x}, {x}]", "[{n}, {n}, {n}]", "cast_array({t})", "object.get({o}, {s}, {a})", "[v | some v in {a}; v != {x}]",
            "[[k, v] | some k, v in {o}]", "[v | v := {a}[_]]", "[v | some v in {t}]", "json.patch({a}, {patch})", "indexof_n({s}, {s})",
        ],
        [FuzzKind.Object] =
        [
            "object.union({o}, {o})", "object.union_n([{o}, {o}, {o}])", "object.remove({o}, [{s}, {s}])", "object.remove({o}, {t})", "object.filter({o}, [{s}, {s}])", "json.filter({o}, {path})", "json.remove({o}, {path})", "json.patch({o}, {patch})",
            "{\"a\": {x}, \"b\": {x}}", "{{s}: {x}}", "{k: v | some k, v in {o}}", "{k: count([1 | {a}[_]]) | some k in {a}}", "{v: k | some k, v in {o}}", "urlquery.decode_object({qs})", "yaml.unmarshal({yml})", "json.unmarshal({js})", "object.get({o}, {s}, {o})",
            "{i: v | some i, v in {a}}", "object.union({o}, {\"n\": {n}})",
        ],
        [FuzzKind.Set] =
        [
            "{t} | {t}", "{t} & {t}", "{t} - {t}", "intersection({{t}, {t}})", "union({{t}, {t}})", "{{x}, {x}}", "{v | some v in {a}}", "{k | {o}[k]}", "{v | v := {t}[_]; v != {x}}", "cast_set({a})", "object.keys({o})", "graph.reachable({graph}, {a})",
            "graph.reachable_paths({graph}, {t})", "net.cidr_expand(\"192.168.1.5/30\")", "net.cidr_merge([{cidr}, {cidr}])", "net.cidr_contains_matches({cidr}, [{ip}, {cidr}])", "{[p, v] | walk({x}, [p, v])}", "{p | walk({o}, [p, _])}", "{type_name(v) | some v in {a}}",
        ],
    };
}
