namespace MicroApps.Rego.Tests;

/// <summary>Constants, inputs and data, with what is likely to matter: large and fractional numbers, text beyond ASCII, missing and odd members.</summary>
internal sealed class ValueGenerator(Dice dice)
{
    public static readonly string[] Texts =
    [
        "", "a", "b", "abc", "ABC", "a.b.c", "a/b/c", "x-y", "hello world", "  pad ", "ß", "É", "é", "日本", "🙂", "a🙂b", "İ", "<&>", "tab\\there", "q\\\"q", "\\u0000", "\\u2028", "1", "1.5", "-3", "0x10", "1e3",
        "true", "null", "10.0.0.1", "10.0.0.0/8", "192.168.1.0/24", "::1", "2001:db8::/32", "1.2.3", "1.2.3-alpha.1", "1.10.0", "10Gi", "1.5K", "100m", "2021-03-04T05:06:07Z", "2024-02-29", "1h30m", "admin", "read", "write", "a=b&c=d",
        "aGVsbG8=", "68656c6c6f", "{\\\"a\\\": 1}", "[1, 2", "a,b,,c", "user@example.com", "/a/b/", "foo", "foobar", "Foo Bar", "%s", "{{.a}}",
    ];

    private static readonly string[] s_numbers =
    [
        "0", "1", "2", "3", "4", "5", "7", "10", "12", "-1", "-2", "100", "255", "0.5", "1.5", "-0.25", "2.75", "1e3", "0.1", "0.2", "1.10", "1e-7", "123456789", "2147483648", "9007199254740993", "9223372036854775807",
        "9223372036854775808", "18446744073709551616", "-9223372036854775808", "123456789012345678901234567890", "1e20", "1e21", "1.7976931348623157e308", "3.141592653589793",
    ];

    private static readonly string[] s_members = ["a", "b", "c", "n", "s", "name", "tags", "x", "é", "a.b", "1"];

    /// <summary>A constant as Rego writes it.</summary>
    public string Constant(FuzzKind kind, int depth = 2) => kind switch
    {
        FuzzKind.Number => Number(),
        FuzzKind.Text => Text(),
        FuzzKind.Boolean => dice.Pick("true", "false"),
        FuzzKind.Array => $"[{Items(depth)}]",
        FuzzKind.Object => $"{{{Members(depth)}}}",
        FuzzKind.Set => Items(depth) is { Length: > 0 } items ? $"{{{items}}}" : "set()",
        _ => depth == 0 || dice.Chance(70) ? dice.Pick(Number(), Text(), Text(), "null", "true", "false") : Constant(dice.Pick(FuzzKind.Array, FuzzKind.Object, FuzzKind.Set), depth - 1),
    };

    /// <summary>A document for <c>input</c> or <c>data.d</c>: mostly what policies expect of it.</summary>
    public string Document()
    {
        List<string> members = [];
        Add(members, "n", Number);
        Add(members, "m", Number);
        Add(members, "s", Text);
        Add(members, "t", Text);
        Add(members, "b", () => dice.Pick("true", "false"));
        Add(members, "a", () => $"[{string.Join(", ", dice.Many(4, Number))}]");
        Add(members, "w", () => $"[{string.Join(", ", dice.Many(4, Text))}]");
        Add(members, "o", () => Json(FuzzKind.Object));
        Add(members, "x", () => Json(FuzzKind.Any));
        Add(members, "list", () => $"[{string.Join(", ", dice.Many(4, Item))}]");
        Add(members, "map", () => $"{{{string.Join(", ", dice.Many(3, () => Member(Item())).DistinctBy(m => m[..m.IndexOf(':', StringComparison.Ordinal)]))}}}");
        return $"{{{string.Join(", ", members)}}}";
    }

    public string Number() => dice.Chance(70) ? s_numbers[dice.Next(10)] : dice.Pick(s_numbers);

    public string Text() => $"\"{(dice.Chance(50) ? Texts[dice.Next(12)] : dice.Pick(Texts))}\"";

    public string MemberName() => dice.Pick(s_members);

    private void Add(List<string> members, string name, Func<string> make)
    {
        if (!dice.Chance(12))
            members.Add($"\"{name}\": {(dice.Chance(6) ? Json(FuzzKind.Any) : make())}");
    }

    private string Item() => $"{{\"name\": {Text()}, \"n\": {Number()}, \"tags\": [{string.Join(", ", dice.Many(2, Text))}]}}";

    private string Json(FuzzKind kind, int depth = 2) => kind switch
    {
        FuzzKind.Array => $"[{string.Join(", ", dice.Many(3, () => Json(FuzzKind.Any, depth - 1)))}]",
        FuzzKind.Object => $"{{{string.Join(", ", dice.Many(3, () => Member(Json(FuzzKind.Any, depth - 1))).DistinctBy(m => m[..m.IndexOf(':', StringComparison.Ordinal)]))}}}",
        _ => depth <= 0 || dice.Chance(60) ? dice.Pick(Number(), Text(), "null", "true", "false") : Json(dice.Pick(FuzzKind.Array, FuzzKind.Object), depth - 1),
    };

    private string Member(string value) => $"\"{MemberName()}\": {value}";

    private string Items(int depth) => string.Join(", ", dice.Many(3, () => Constant(FuzzKind.Any, depth - 1 < 0 ? 0 : depth - 1)));

    private string Members(int depth) => string.Join(", ", dice.Many(3, () => $"{Key()}: {Constant(FuzzKind.Any, depth - 1 < 0 ? 0 : depth - 1)}").DistinctBy(m => m[..m.IndexOf(':', StringComparison.Ordinal)]));

    private string Key() => dice.Chance(85) ? $"\"{MemberName()}\"" : dice.Pick("1", "2", "true", "null", "[1]", "{1}");
}
