using System.Text.Json;

namespace MicroApps.Cli.Tests;

[Trait("Spec", "AUD-5")]
public sealed class AuditVerifyTests
{
    [Fact]
    public async Task Verify_untouched_log_is_verified_and_says_what_is_not_proven()
    {
        using var app = await AppFolder.WithCallsAsync(3);

        var run = await Run.Async("audit", "verify", "--app-dir", app.Path);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith("audit: 6 records, verified", run.Output, StringComparison.Ordinal);
        Assert.Contains("no signed checkpoint", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'store-notes', 'other-notes') AS BLOB) WHERE idx = 2", "record 2: ")]
    [InlineData("DELETE FROM audit_entry WHERE idx = 5", "record 5: ")]
    [InlineData("DELETE FROM audit_entry WHERE idx = 3", "record 3: ")]
    [InlineData("UPDATE audit_entry SET idx = -1 WHERE idx = 1; UPDATE audit_entry SET idx = 1 WHERE idx = 4; UPDATE audit_entry SET idx = 4 WHERE idx = -1", "record 6: ")]
    [InlineData("INSERT INTO audit_entry SELECT 6, zeroblob(16), call_id, kind, time, leaf, leaf_hash FROM audit_entry WHERE idx = 0", "record 6: ")]
    [InlineData("UPDATE audit_entry SET kind = 'call.refusal' WHERE idx = 4", "record 4: ")]
    [InlineData("UPDATE audit_entry SET leaf = zeroblob(3) WHERE idx = 1", "record 1: ")]
    [InlineData("UPDATE store_head SET size = 4", "record 4: ")]
    [InlineData("UPDATE store_head SET root = zeroblob(32)", "record 6: ")]
    public async Task Verify_tampered_log_names_the_place(string attack, string place)
    {
        using var app = await AppFolder.WithCallsAsync(3);
        app.Attack(attack);

        var run = await Run.Async("audit", "verify", "--db", app.Db);

        Assert.Equal(ExitCode.FoundWrong, run.Exit);
        Assert.Contains("NOT verified", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.StartsWith(place, StringComparison.Ordinal));
        Assert.DoesNotContain("Proven", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_record_that_cannot_be_read_is_named()
    {
        using var app = await AppFolder.WithCallsAsync(3);
        app.Attack("UPDATE audit_entry SET leaf_hash = zeroblob(2) WHERE idx = 1");

        var run = await Run.Async("audit", "verify", "--db", app.Db);

        Assert.Equal(ExitCode.FoundWrong, run.Exit);
        Assert.Contains("audit record 1 is malformed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_against_an_earlier_head_allows_growth()
    {
        using var app = await AppFolder.WithCallsAsync(2);
        var (size, root) = await HeadAsync(app);
        await app.CallAsync(2);

        var run = await Run.Async("audit", "verify", "--db", app.Db, "--expect-size", size, "--expect-root", root);

        Assert.Equal(0, run.Exit);
        Assert.Contains("first 4 records are those of the expected head", run.Output, StringComparison.Ordinal);
        Assert.Contains("that the 4 records since that head were not rewritten", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_log_that_was_made_anew_is_found_by_the_earlier_head_alone()
    {
        using AppFolder app = await AppFolder.WithCallsAsync(2), forged = await AppFolder.WithCallsAsync(3);
        var (size, root) = await HeadAsync(app);

        var alone = await Run.Async("audit", "verify", "--db", forged.Db);
        var compared = await Run.Async("audit", "verify", "--db", forged.Db, "--expect-size", size, "--expect-root", root);

        Assert.Equal((0, 1), (alone.Exit, compared.Exit));
        Assert.Contains("record 4: The first 4 records have the root", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_log_that_was_cut_with_its_head_is_found_by_the_earlier_head()
    {
        using AppFolder app = await AppFolder.WithCallsAsync(2), shorter = await AppFolder.WithCallsAsync(1);
        var (size, root) = await HeadAsync(app);

        var run = await Run.Async("audit", "verify", "--db", shorter.Db, "--expect-size", size, "--expect-root", root);

        Assert.Equal(ExitCode.FoundWrong, run.Exit);
        Assert.Contains("record 2: 4 records were there when the expected head was taken, 2 are left", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_other_origin_is_another_log()
    {
        using var app = await AppFolder.WithCallsAsync(1);

        var run = await Run.Async("audit", "verify", "--db", app.Db, "--expect-origin", "another");

        Assert.Equal(ExitCode.FoundWrong, run.Exit);
        Assert.Contains("this is another log", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_while_the_app_writes_reads_what_is_durable()
    {
        using var app = new AppFolder();
        await using var database = app.OpenDatabase();
        await app.CallAsync(database, 2);

        var run = await Run.Async("audit", "verify", "--db", app.Db, "--json");

        Assert.Equal(0, run.Exit);
        Assert.Equal(4, JsonElement.Parse(run.Output).GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task Verify_read_only_copy_leaves_it_as_it_was()
    {
        using var app = await AppFolder.WithCallsAsync(2);
        var copy = Path.Combine(app.Path, "copy.db");
        File.Copy(app.Db, copy);
        File.SetAttributes(copy, FileAttributes.ReadOnly);
        var before = await File.ReadAllBytesAsync(copy);

        var run = await Run.Async("audit", "verify", "--db", copy);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal(before, await File.ReadAllBytesAsync(copy));
    }

    [Theory]
    [InlineData("PRAGMA application_id = 1", "not a store of micro apps")]
    [InlineData("INSERT INTO schema_version VALUES (99, 0)", "newer than")]
    public async Task Verify_foreign_file_is_refused(string sql, string why)
    {
        using var app = await AppFolder.WithCallsAsync(1);
        app.Attack(sql);

        var run = await Run.Async("audit", "verify", "--db", app.Db);

        Assert.Equal((ExitCode.CannotDo, ""), (run.Exit, run.Output));
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_file_that_is_no_database_is_refused()
    {
        using var app = new AppFolder();

        var run = await Run.Async("audit", "verify", "--db", app.Manifest);

        Assert.Equal((ExitCode.CannotDo, ""), (run.Exit, run.Output));
        Assert.Contains("not a database", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--expect-size", "4")]
    [InlineData("--expect-size", "-1", "--expect-root", "00")]
    [InlineData("--expect-root", "xyz", "--expect-size", "4")]
    [InlineData("--db", "nowhere.db")]
    public async Task Verify_with_wrong_arguments_cannot_be_done(params string[] args)
    {
        var run = await Run.Async(["audit", "verify", .. args]);

        Assert.Equal((ExitCode.CannotDo, ""), (run.Exit, run.Output));
        Assert.NotEmpty(run.Error);
    }

    private static async Task<(string Size, string Root)> HeadAsync(AppFolder app)
    {
        var report = JsonElement.Parse((await Run.Async("audit", "verify", "--db", app.Db, "--json")).Output);
        return (report.GetProperty("size").GetRawText(), report.GetProperty("root").GetString()!);
    }
}
