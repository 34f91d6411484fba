using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class SandboxSchemaTests
{
    private const string Invoice = "Invoice number: INV-2024-001\nSupplier: Acme GmbH\nDate: 12.05.2025\n2 x Coffee beans 18.50 EUR\n1 x Grinder 249.00 EUR\nTotal: 286.00 EUR";

    private static readonly string[] s_texts = ["", "Hello", SandboxAsk.Note, Invoice, "Order 7 of 2026-02-03 for ana@contoso.es costs 1.250,00 €, not urgent.", "今天的会议讨论了三个问题。🎉", new string('x', 3000)];

    [Fact]
    public async Task Invoice_is_filled_from_its_lines()
    {
        var json = await Fill(Invoice, """
            {"type":"object","properties":{"invoiceNumber":{"type":"string","pattern":"^INV-\\d{4}-\\d{3}$"},"supplier":{"type":"string"},"date":{"type":"string","format":"date"},
            "total":{"type":"number"},"currency":{"type":"string","enum":["USD","EUR"]},"lines":{"type":"array","items":{"type":"object","properties":{"quantity":{"type":"integer"},"price":{"type":"number"}},"required":["quantity","price"]}}},
            "required":["invoiceNumber","supplier","date","total","currency","lines"]}
            """);
        Assert.Equal("""{"invoiceNumber":"INV-2024-001","supplier":"Acme GmbH","date":"2025-05-12","total":286,"currency":"EUR","lines":[{"quantity":2,"price":18.5},{"quantity":1,"price":249}]}""", json.ToJsonString());
    }

    [Fact]
    public async Task Note_is_filled_by_names_and_references()
    {
        var json = await Fill(SandboxAsk.Note, """
            {"type":"object","properties":{"contactEmail":{"type":"string"},"phone":{"type":"string"},"creditAmount":{"type":"number"},"sentiment":{"enum":["positive","negative"]},"iban":{"type":["string","null"]},
            "tasks":{"type":"array","items":{"$ref":"#/$defs/task"}}},"required":["contactEmail","phone","creditAmount","sentiment","iban","tasks"],
            "$defs":{"task":{"type":"object","properties":{"task":{"type":"string"},"owner":{"type":["string","null"]}},"required":["task","owner"]}}}
            """);
        Assert.Equal(("[EMAIL_1]", "[PHONE_2]", "412.5", "negative", null), ((string?)json["contactEmail"], (string?)json["phone"], json["creditAmount"]!.ToJsonString(), (string?)json["sentiment"], json["iban"]));
        Assert.Equal(["null", "\"Tom\"", "\"Anna Schmidt\""], json["tasks"]!.AsArray().Select(task => task!["owner"]?.ToJsonString() ?? "null"));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"next":{"anyOf":[{"$ref":"#"},{"type":"null"}]},"id":{"type":"string"}},"required":["next","id"]}""")]
    [InlineData("""{"type":"object","properties":{"children":{"type":"array","items":{"$ref":"#"}}},"required":["children"]}""")]
    [InlineData("""{"$ref":"#/definitions/a","definitions":{"a":{"type":"object","properties":{"x":{"allOf":[{"type":"integer","minimum":3},{"maximum":9}]}},"required":["x"]}}}""")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"integer"},{"type":"boolean"}],"items":{"type":"string"},"minItems":4}""")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"uniqueItems":true,"minItems":6}""")]
    [InlineData("""{"type":"array","items":{"enum":["a","b","c"]},"uniqueItems":true,"minItems":3}""")]
    [InlineData("""{"type":"string","pattern":"^(AB|CD)-[0-9]{2,4}[a-z]?$","minLength":6}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1}""")]
    [InlineData("""{"type":"integer","minimum":7,"multipleOf":5}""")]
    [InlineData("""{"const":{"a":[1,null]}}""")]
    [InlineData("""{"type":"null"}""")]
    [InlineData("""{}""")]
    public async Task Awkward_schema_is_met(string schema)
    {
        foreach (var text in s_texts)
            Assert.Null(SchemaCheck.Fault(JsonNode.Parse(schema)!, await Fill(text, schema)));
    }

    [Fact]
    public void Every_generated_schema_is_met_by_what_is_filled_in() => Prop.ForAll<int, NonNegativeInt>((seed, text) =>
    {
        var schema = SchemaMaker.Make(seed);
        var json = Fill(s_texts[text.Get % s_texts.Length], schema.ToJsonString()).GetAwaiter().GetResult();
        return (SchemaCheck.Fault(schema, json) is null).Label($"{SchemaCheck.Fault(schema, json)}: {schema.ToJsonString()} → {json?.ToJsonString()}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Any_text_as_a_pattern_is_survived() => Prop.ForAll<NonNull<string>>(pattern =>
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["x"] = new JsonObject { ["type"] = "string", ["pattern"] = pattern.Get } }, ["required"] = new JsonArray("x") };
        return Fill("nothing", schema.ToJsonString()).GetAwaiter().GetResult()["x"] is JsonValue;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Recursion_without_an_end_does_not_run_away()
    {
        const string Endless = """{"type":"object","properties":{"a":{"$ref":"#"},"b":{"$ref":"#"}},"required":["a","b"]}""";
        var response = await SandboxAsk.ResponseAsync("text", null, SandboxAsk.Json(Endless));
        Assert.StartsWith("{", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_without_a_schema_is_an_object_with_the_answer()
    {
        var answer = await SandboxAsk.TextAsync("Hello!", null, new() { ResponseFormat = ChatResponseFormat.Json });
        Assert.StartsWith("Hello!", (string?)JsonNode.Parse(answer)!["answer"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_asked_for_in_words_has_the_named_fields() =>
        Assert.Equal("""{"name":"John Smith","order_number":"ORD-4711","email":"john@contoso.org"}""",
            await SandboxAsk.TextAsync("Extract as JSON with the fields name, order_number and email: My name is John Smith, order ORD-4711, write to john@contoso.org"));

    [Fact]
    public async Task Json_shown_as_an_example_has_its_keys() =>
        Assert.Equal("""{"category":"technical","priority":"high"}""", await SandboxAsk.TextAsync("My printer is broken and I need it urgently.", """Reply in JSON: {"category": "...", "priority": "..."}"""));

    private static async Task<JsonNode> Fill(string text, string schema) =>
        JsonNode.Parse(await SandboxAsk.TextAsync("Fill the form:\n" + text, null, SandboxAsk.Json(schema)))!;
}
