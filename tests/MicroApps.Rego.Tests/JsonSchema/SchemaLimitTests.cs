namespace MicroApps.Rego.Tests;

public class SchemaLimitTests
{
    [Theory]
    [InlineData("""{"$ref":"#"}""", "refers to itself")]
    [InlineData("""{"allOf":[{"$ref":"#"},{"$ref":"#"}]}""", "refers to itself")]
    [InlineData("""{"definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}},"$ref":"#/definitions/a"}""", "refers to itself")]
    [InlineData("""{"$ref":"http://example.com/schema.json"}""", "remote reference http://example.com/schema.json is not allowed")]
    [InlineData("""{"$ref":"file:///etc/passwd"}""", "remote reference file:///etc/passwd is not allowed")]
    [InlineData("""{"$ref":"other.json"}""", "must be canonical")]
    [InlineData("""{"$ref":"#nowhere"}""", "is not in the schema")]
    [InlineData("""{"pattern":"["}""", "pattern must be a valid regex")]
    public void Match_schema_that_is_refused_says_why(string schema, string why) => Assert.Contains(why, SchemaCaseTests.Match("{}", schema), StringComparison.Ordinal);

    [Fact]
    public void Match_schema_that_doubles_is_refused()
    {
        var definitions = Enumerable.Range(0, 60).Select(i => $$"""{{"\"a"}}{{i}}":{"anyOf":[{"$ref":"#/definitions/a{{i + 1}}"},{"$ref":"#/definitions/a{{i + 1}}"}]}""");
        var schema = $$"""{"definitions":{{{string.Join(',', definitions)}},"a60":false},"$ref":"#/definitions/a0"}""";
        Assert.Contains("too many comparisons", SchemaCaseTests.Match("1", schema), StringComparison.Ordinal);
    }

    [Fact]
    public void Match_deep_document_is_refused()
    {
        var document = new string('[', 900) + new string(']', 900);
        Assert.Contains("nested too deeply", SchemaCaseTests.Match(document, """{"items":{"$ref":"#"}}"""), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", SchemaCaseTests.Match("1", $$"""{"enum":[{{document}}]}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e1000000000", "1e-1000000000", true)]
    [InlineData("1e-1000000000", "3", false)]
    [InlineData("7e999999999", "3", false)]
    [InlineData("6e999999999", "3", true)]
    public void Match_multiple_of_huge_number_is_exact(string number, string multiple, bool isMultiple) =>
        Assert.Equal(isMultiple, SchemaCaseTests.Match(number, $$"""{"multipleOf":{{multiple}}}""") == "[]");

    [Theory]
    [InlineData("\"abc\"", """{"pattern":"^x"}""", "[\"pattern (Root): Does not match pattern '^x'\"]")]
    [InlineData("1", """{"enum":[]}""", "[\"enum (Root): (Root) must be one of the following: (none)\"]")]
    public void Match_is_as_in_newer_Opa(string document, string schema, string wanted) => Assert.Equal(wanted, SchemaCaseTests.Match(document, schema));

    [Fact]
    public void Verify_answers_whether_it_is_a_schema()
    {
        var verify = JsonSchemaBuiltins.All.Single(b => b.Name == "json.verify_schema");
        Assert.Equal("[true,null]", verify.Run(new(), [RegoValue.Parse("""{"type":"string"}""")])!.ToJson());
        Assert.Equal("""[false,"jsonschema: invalid JSON string"]""", verify.Run(new(), [RegoValue.From("{")])!.ToJson());
    }
}
