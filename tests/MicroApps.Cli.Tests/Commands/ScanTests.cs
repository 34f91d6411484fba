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
        Assert.Contains("all 1 record were looked at", run.Error, StringComparison.Ordinal);
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
}
