namespace MicroApps.Rego;

/// <summary>What is declared: every built-in function of OPA with the types of its arguments and of its result. A table, and so longer than other files.</summary>
/// <remarks>
/// <c>array[T]</c>, <c>set[T]</c>, <c>object{"a": T, *K: V}</c> (some keys, any others), <c>[A, B]</c> an array of two, <c>&lt;A, B&gt;</c> one of two, <c>void</c> nothing.
/// What is declared and has no code here is refused when it is called: it needs the network, the clock of another machine or keys.
/// </remarks>
internal static class BuiltinSignatures
{
    private const string Table = """
        abs(number) number
        all(<array[any], set[any]>) boolean
        and(set[any], set[any]) set[any]
        any(<array[any], set[any]>) boolean
        array.concat(array[any], array[any]) array[any]
        array.flatten(array[any]) array[any]
        array.reverse(array[any]) array[any]
        array.slice(array[any], number, number) array[any]
        assign(any, any) boolean
        base64.decode(string) string
        base64.encode(string) string
        base64.is_valid(string) boolean
        base64url.decode(string) string
        base64url.encode(string) string
        base64url.encode_no_pad(string) string
        bits.and(number, number) number
        bits.lsh(number, number) number
        bits.negate(number) number
        bits.or(number, number) number
        bits.rsh(number, number) number
        bits.xor(number, number) number
        cast_array(any) array[any]
        cast_boolean(any) boolean
        cast_null(any) null
        cast_object(any) object{*any: any}
        cast_set(any) set[any]
        cast_string(any) string
        ceil(number) number
        concat(string, <array[string], set[string]>) string
        contains(string, string) boolean
        count(<string, array[any], object{*any: any}, set[any]>) number
        crypto.hmac.equal(string, string) boolean
        crypto.hmac.md5(string, string) string
        crypto.hmac.sha1(string, string) string
        crypto.hmac.sha256(string, string) string
        crypto.hmac.sha512(string, string) string
        crypto.md5(string) string
        crypto.parse_private_keys(string) array[object{*string: any}]
        crypto.sha1(string) string
        crypto.sha256(string) string
        crypto.x509.parse_and_verify_certificates(string) [boolean, array[object{*string: any}]]
        crypto.x509.parse_and_verify_certificates_with_options(string, object{*string: any}) [boolean, array[object{*string: any}]]
        crypto.x509.parse_certificate_request(string) object{*string: any}
        crypto.x509.parse_certificates(string) array[object{*string: any}]
        crypto.x509.parse_keypair(string, string) object{*string: any}
        crypto.x509.parse_rsa_private_key(string) object{*string: any}
        div(number, number) number
        endswith(string, string) boolean
        eq(any, any) boolean
        equal(any, any) boolean
        floor(number) number
        format_int(number, number) string
        glob.match(string, <null, array[string]>, string) boolean
        glob.quote_meta(string) string
        graph.reachable(object{*any: <array[any], set[any]>}, <array[any], set[any]>) set[any]
        graph.reachable_paths(object{*any: <array[any], set[any]>}, <array[any], set[any]>) set[array[any]]
        graphql.is_valid(<string, object{*any: any}>, <string, object{*any: any}>) boolean
        graphql.parse(<string, object{*any: any}>, <string, object{*any: any}>) [object{*any: any}, object{*any: any}]
        graphql.parse_and_verify(<string, object{*any: any}>, <string, object{*any: any}>) [boolean, object{*any: any}, object{*any: any}]
        graphql.parse_query(string) object{*any: any}
        graphql.parse_schema(string) object{*any: any}
        graphql.schema_is_valid(<string, object{*any: any}>) boolean
        gt(any, any) boolean
        gte(any, any) boolean
        hex.decode(string) string
        hex.encode(string) string
        http.send(object{*string: any}) object{*any: any}
        indexof(string, string) number
        indexof_n(string, string) array[number]
        internal.member_2(any, any) boolean
        internal.member_3(any, any, any) boolean
        internal.print(array[set[any]]) void
        internal.template_string(array[any]) string
        intersection(set[set[any]]) set[any]
        io.jwt.decode(string) [object{*any: any}, object{*any: any}, string]
        io.jwt.decode_verify(string, object{*string: any}) [boolean, object{*any: any}, object{*any: any}]
        io.jwt.encode_sign(object{*string: any}, object{*string: any}, object{*string: any}) string
        io.jwt.encode_sign_raw(string, string, string) string
        io.jwt.verify_es256(string, string) boolean
        io.jwt.verify_es384(string, string) boolean
        io.jwt.verify_es512(string, string) boolean
        io.jwt.verify_hs256(string, string) boolean
        io.jwt.verify_hs384(string, string) boolean
        io.jwt.verify_hs512(string, string) boolean
        io.jwt.verify_ps256(string, string) boolean
        io.jwt.verify_ps384(string, string) boolean
        io.jwt.verify_ps512(string, string) boolean
        io.jwt.verify_rs256(string, string) boolean
        io.jwt.verify_rs384(string, string) boolean
        io.jwt.verify_rs512(string, string) boolean
        is_array(any) boolean
        is_boolean(any) boolean
        is_null(any) boolean
        is_number(any) boolean
        is_object(any) boolean
        is_set(any) boolean
        is_string(any) boolean
        json.filter(object{*any: any}, <array[<string, array[any]>], set[<string, array[any]>]>) any
        json.is_valid(string) boolean
        json.marshal(any) string
        json.marshal_with_options(any, object{indent: string, prefix: string, pretty: boolean, *string: any}) string
        json.match_schema(<string, object{*any: any}>, <string, object{*any: any}>) [boolean, array[object{desc: string, error: string, field: string, type: string}]]
        json.patch(any, array[object{op: string, path: any, *any: any}]) any
        json.remove(object{*any: any}, <array[<string, array[any]>], set[<string, array[any]>]>) any
        json.unmarshal(string) any
        json.verify_schema(<string, object{*any: any}>) [boolean, <null, string>]
        lower(string) string
        lt(any, any) boolean
        lte(any, any) boolean
        max(<array[any], set[any]>) any
        min(<array[any], set[any]>) any
        minus(<number, set[any]>, <number, set[any]>) <number, set[any]>
        mul(number, number) number
        neq(any, any) boolean
        net.cidr_contains(string, string) boolean
        net.cidr_contains_matches(<string, array[<string, array[any]>], object{*string: <string, array[any]>}, set[<string, array[any]>]>, <string, array[<string, array[any]>], object{*string: <string, array[any]>}, set[<string, array[any]>]>) set[[any, any]]
        net.cidr_expand(string) set[string]
        net.cidr_intersects(string, string) boolean
        net.cidr_is_valid(string) boolean
        net.cidr_merge(<array[<string>], set[string]>) set[string]
        net.cidr_overlap(string, string) boolean
        net.lookup_ip_addr(string) set[string]
        numbers.range(number, number) array[number]
        numbers.range_step(number, number, number) array[number]
        object.filter(object{*any: any}, <array[any], object{*any: any}, set[any]>) any
        object.get(object{*any: any}, any, any) any
        object.keys(object{*any: any}) set[any]
        object.remove(object{*any: any}, <array[any], object{*any: any}, set[any]>) any
        object.subset(<array[any], object{*any: any}, set[any]>, <array[any], object{*any: any}, set[any]>) any
        object.union(object{*any: any}, object{*any: any}) any
        object.union_n(array[object{*any: any}]) any
        opa.runtime() object{*string: any}
        or(set[any], set[any]) set[any]
        plus(number, number) number
        print() void
        product(<array[number], set[number]>) number
        providers.aws.sign_req(object{*string: any}, object{*string: any}, number) object{*any: any}
        rand.intn(string, number) number
        re_match(string, string) boolean
        regex.find_all_string_submatch_n(string, string, number) array[array[string]]
        regex.find_n(string, string, number) array[string]
        regex.globs_match(string, string) boolean
        regex.is_valid(string) boolean
        regex.match(string, string) boolean
        regex.replace(string, string, string) string
        regex.split(string, string) array[string]
        regex.template_match(string, string, string, string) boolean
        rego.metadata.chain() array[any]
        rego.metadata.rule() any
        rego.parse_module(string, string) object{*string: any}
        rem(number, number) number
        replace(string, string, string) string
        round(number) number
        semver.compare(string, string) number
        semver.is_valid(any) boolean
        set_diff(set[any], set[any]) set[any]
        sort(<array[any], set[any]>) array[any]
        split(string, string) array[string]
        sprintf(string, array[any]) string
        startswith(string, string) boolean
        strings.any_prefix_match(<string, array[string], set[string]>, <string, array[string], set[string]>) boolean
        strings.any_suffix_match(<string, array[string], set[string]>, <string, array[string], set[string]>) boolean
        strings.count(string, string) number
        strings.render_template(string, object{*string: any}) string
        strings.replace_n(object{*string: string}, string) string
        strings.reverse(string) string
        substring(string, number, number) string
        sum(<array[number], set[number]>) number
        time.add_date(number, number, number, number) number
        time.clock(<number, [number, string]>) [number, number, number]
        time.date(<number, [number, string]>) [number, number, number]
        time.diff(<number, [number, string]>, <number, [number, string]>) [number, number, number, number, number, number]
        time.format(<number, [number, string], [number, string, string]>) string
        time.now_ns() number
        time.parse_duration_ns(string) number
        time.parse_ns(string, string) number
        time.parse_rfc3339_ns(string) number
        time.weekday(<number, [number, string]>) string
        to_number(<null, boolean, number, string>) number
        trace(string) boolean
        trim(string, string) string
        trim_left(string, string) string
        trim_prefix(string, string) string
        trim_right(string, string) string
        trim_space(string) string
        trim_suffix(string, string) string
        type_name(any) string
        union(set[set[any]]) set[any]
        units.parse(string) number
        units.parse_bytes(string) number
        upper(string) string
        urlquery.decode(string) string
        urlquery.decode_object(string) object{*string: array[string]}
        urlquery.encode(string) string
        urlquery.encode_object(object{*string: <string, array[string], set[string]>}) string
        uuid.parse(string) object{*string: any}
        uuid.rfc4122(string) string
        walk(any) [array[any], any]
        yaml.is_valid(string) boolean
        yaml.marshal(any) string
        yaml.unmarshal(string) any
        """;

    /// <summary>One line for each function: <c>name(types) type</c>.</summary>
    private static readonly Dictionary<string, string> s_lines = Read();

    /// <summary>How many arguments each function has.</summary>
    public static IReadOnlyDictionary<string, int> Arities { get; } = Count();

    /// <summary>All signatures.</summary>
    public static IEnumerable<string> Lines => s_lines.Values;

    /// <summary>The signature of a function; null when there is none.</summary>
    public static string? Find(string name) => s_lines.TryGetValue(name, out var line) ? line : null;

    private static Dictionary<string, string> Read()
    {
        Dictionary<string, string> lines = new(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n'))
            lines[NameOf(line.Trim())] = line.Trim();
        return lines;
    }

    private static Dictionary<string, int> Count()
    {
        Dictionary<string, int> arities = new(StringComparer.Ordinal);
        foreach (var line in s_lines)
            arities[line.Key] = ArityOf(line.Value);
        return arities;
    }

    private static string NameOf(string line) => line.Substring(0, line.IndexOf('('));

    private static int ArityOf(string line)
    {
        var (depth, count, any) = (0, 1, false);
        for (var i = line.IndexOf('(') + 1; ; i++)
        {
            var c = line[i];
            if (c == ')' && depth == 0)
                return any ? count : 0;
            any = true;
            depth += c is '[' or '{' or '<' or '(' ? 1 : c is ']' or '}' or '>' or ')' ? -1 : 0;
            if (c == ',' && depth == 0)
                count++;
        }
    }
}
