using System.Text.Json;

namespace MicroApps.Cli.Tests;

[Trait("Spec", "RED-6")]
public sealed class ScanTests
{
    private static readonly string s_card = "4111" + "1111" + "1111" + "1111";

    [Fact]
    public async Task Table_shows_class_type_and_place_but_no_value()
    {
        using var app = new AppFolder();
        app.Write("a.csv", $"card\n{s_card}\n");

        var run = await Run.Async("scan", Path.Combine(app.Path, "a.csv"));

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("regulated", run.Output, StringComparison.Ordinal);
        Assert.Contains("a.csv:2", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(s_card, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains("1 record, every one looked at", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regulated", ExitCode.Ok)]
    [InlineData("confidential", ExitCode.FoundWrong)]
    public async Task Class_above_the_allowed_one_is_found_wrong(string allowed, int exit)
    {
        using var app = new AppFolder();
        app.Write("a.txt", s_card);

        var run = await Run.Async("scan", Path.Combine(app.Path, "a.txt"), "--allow", allowed);

        Assert.Equal(exit, run.Exit);
    }

    [Fact]
    public async Task Json_and_sarif_are_json()
    {
        using var app = new AppFolder();
        app.Write("a.txt", $"pay with {s_card}");
        var path = Path.Combine(app.Path, "a.txt");

        using var json = JsonDocument.Parse((await Run.Async("scan", path, "--json")).Output);
        using var sarif = JsonDocument.Parse((await Run.Async("scan", path, "--sarif")).Output);

        Assert.Equal("regulated", json.RootElement.GetProperty("class").GetString());
        var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal(("CREDIT_CARD", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
    }

    [Fact]
    public async Task Sarif_has_rules_regions_and_addresses_but_no_value()
    {
        using var app = new AppFolder();
        app.Write("in #1/a b.csv", $"{s_card},x\n{s_card},y\n");
        app.Write("in #1/picture.bin", "\0");

        var run = await Run.Async("scan", Path.Combine(app.Path, "in #1"), "--sarif");
        using var sarif = JsonDocument.Parse(run.Output);

        Assert.DoesNotContain(s_card, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var log = sarif.RootElement.GetProperty("runs")[0];
        var result = Assert.Single(log.GetProperty("results").EnumerateArray());
        Assert.Contains(log.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), r => r.GetProperty("id").GetString() == result.GetProperty("ruleId").GetString());
        Assert.EndsWith("/in%20%231/a%20b.csv", Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, Place(result).GetProperty("region").GetProperty("startLine").GetInt32());
        var skipped = Assert.Single(log.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.EndsWith("picture.bin", Place(skipped).GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_addresses_below_the_current_directory_are_relative()
    {
        var below = Path.GetRelativePath(Environment.CurrentDirectory, typeof(ScanTests).Assembly.Location);
        var name = Path.Combine(Path.GetDirectoryName(below)!, "scan-sample.txt");
        await File.WriteAllTextAsync(name, s_card);
        try
        {
            using var sarif = JsonDocument.Parse((await Run.Async("scan", name, "--sarif")).Output);

            var address = Place(sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0]).GetProperty("artifactLocation");
            Assert.Equal(("scan-sample.txt", "%SRCROOT%"), (address.GetProperty("uri").GetString(), address.GetProperty("uriBaseId").GetString()));
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Theory]
    [InlineData()]
    [InlineData("--json")]
    [InlineData("--allow", "internal")]
    public async Task Source_of_which_nothing_could_be_read_has_no_class(params string[] more)
    {
        using var app = new AppFolder();
        app.Write("pictures/a.bin", "\0");

        var run = await Run.Async(["scan", Path.Combine(app.Path, "pictures"), .. more]);

        Assert.Equal(ExitCode.CannotDo, run.Exit);
        Assert.DoesNotContain("internal", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scan", "nowhere.txt")]
    [InlineData("scan", ".", "--json", "--sarif")]
    [InlineData("scan", ".", "--allow", "secret")]
    public async Task Wrong_arguments_cannot_be_done(params string[] args)
    {
        var run = await Run.Async(args);

        Assert.Equal((ExitCode.CannotDo, ""), (run.Exit, run.Output));
        Assert.NotEmpty(run.Error);
    }

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");
}
