using System.Text;
using System.Text.Json;
using MicroApps.Ledger;

namespace MicroApps.Cli.Tests;

[Trait("Spec", "AUD-5")]
public sealed class AuditShowTests
{
    [Fact]
    public async Task Show_lists_what_happened_without_content()
    {
        using var app = await AppFolder.WithCallsAsync(2);

        var run = await Run.Async("audit", "show", "--app-dir", app.Path);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal(5, run.Lines.Count);
        Assert.StartsWith("INDEX  TIME", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("completed", run.Lines[2], StringComparison.Ordinal);
        Assert.Contains("12+5", run.Lines[2], StringComparison.Ordinal);
        Assert.Contains("EMAIL_ADDRESS=1", run.Lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain(AppFolder.Email, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_json_leaf_has_the_hash_that_stands_beside_it()
    {
        using var app = await AppFolder.WithCallsAsync(2);

        var run = await Run.Async("audit", "show", "--db", app.Db, "--json");

        Assert.Equal(4, run.Lines.Count);
        foreach (var line in run.Lines.Select(l => JsonElement.Parse(l)))
        {
            var leaf = Encoding.UTF8.GetBytes(line.GetProperty("leaf").GetRawText());
            Assert.Equal(MerkleHasher.Leaf(leaf).ToString(), line.GetProperty("leaf_hash").GetString());
        }
    }

    [Theory]
    [InlineData(2, "--last", "2")]
    [InlineData(1, "--kind", "call.outcome", "--last", "1")]
    [InlineData(3, "--kind", "call.intent")]
    [InlineData(6, "--last", "0")]
    [InlineData(0, "--call", "00000000-0000-0000-0000-000000000001")]
    public async Task Show_filters_pick_records(int expected, params string[] filter)
    {
        using var app = await AppFolder.WithCallsAsync(3);

        var run = await Run.Async(["audit", "show", "--db", app.Db, "--json", .. filter]);

        Assert.Equal(expected, run.Lines.Count);
    }

    [Fact]
    public async Task Show_call_gives_its_intent_and_outcome()
    {
        using var app = await AppFolder.WithCallsAsync(3);
        var first = JsonElement.Parse((await Run.Async("audit", "show", "--db", app.Db, "--json")).Lines[0]);
        var call = first.GetProperty("leaf").GetProperty("call_id").GetString()!;

        var run = await Run.Async("audit", "show", "--db", app.Db, "--json", "--call", call);

        Assert.Equal(["call.intent", "call.outcome"], run.Lines.Select(l => JsonElement.Parse(l).GetProperty("leaf").GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Show_many_records_says_that_only_the_last_are_shown()
    {
        using var app = await AppFolder.WithCallsAsync(30);

        var run = await Run.Async("audit", "show", "--db", app.Db);

        Assert.Equal(51, run.Lines.Count);
        Assert.Contains("--last 0 shows all", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_record_that_is_no_json_is_shown_and_reported()
    {
        using var app = await AppFolder.WithCallsAsync(1);
        app.Attack("UPDATE audit_entry SET leaf = x'FF1B' WHERE idx = 0");

        var table = await Run.Async("audit", "show", "--db", app.Db);
        var json = await Run.Async("audit", "show", "--db", app.Db, "--json");

        Assert.Equal((ExitCode.FoundWrong, ExitCode.FoundWrong), (table.Exit, json.Exit));
        Assert.Contains("(not readable)", table.Output, StringComparison.Ordinal);
        Assert.Contains("\"leaf_base64\":\"/xs=\"", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_never_sends_control_characters_to_the_terminal()
    {
        using var app = await AppFolder.WithCallsAsync(1);
        app.Attack("UPDATE audit_entry SET kind = 'a' || char(27) || '[2J' || char(155) WHERE idx = 0");

        var run = await Run.Async("audit", "show", "--db", app.Db);

        Assert.Contains(@"a\u001B[2J\u009B", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c is not ('\n' or '\r'));
    }
}
