using System.Diagnostics;

namespace MicroApps.Cli.Tests;

public sealed class VaultAndUsageTests
{
    [Fact]
    [Trait("Spec", "RED-3")]
    public async Task Reveal_shows_values_and_records_the_look()
    {
        using var app = await AppFolder.WithCallsAsync(1);

        var run = await Run.Async("vault", "reveal", "talk-1", "--app-dir", app.Path, "--reason", "complaint 4711", "--actor", "carla");
        var log = await Run.Async("audit", "show", "--db", app.Db, "--kind", "vault.read");

        Assert.Equal(0, run.Exit);
        Assert.Contains($"\t{AppFolder.Email}", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(AppFolder.Email, run.Error, StringComparison.Ordinal);
        Assert.Contains("complaint 4711", log.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("carla", log.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public async Task Shred_leaves_nothing_to_reveal()
    {
        using var app = await AppFolder.WithCallsAsync(1);
        string[] rest = ["talk-1", "--app-dir", app.Path, "--reason", "erasure 4712"];

        var shredded = await Run.Async(["vault", "shred", .. rest]);
        var again = await Run.Async(["vault", "shred", .. rest]);
        var revealed = await Run.Async(["vault", "reveal", .. rest]);

        Assert.Equal((0, 1, 1), (shredded.Exit, again.Exit, revealed.Exit));
        Assert.Equal("", revealed.Output);
    }

    [Fact]
    public async Task Reveal_without_a_key_says_where_it_looked()
    {
        using var app = await AppFolder.WithCallsAsync(1);
        File.Delete(Path.Combine(app.Path, ".microapp", "keys"));

        var run = await Run.Async("vault", "reveal", "talk-1", "--app-dir", app.Path, "--reason", "r");

        Assert.Equal((ExitCode.CannotDo, ""), (run.Exit, run.Output));
        Assert.Contains("MICROAPP_KEYS", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cost-centre", "cc-7")]
    [InlineData("model", "gpt-4o-mini")]
    [InlineData("app", "store-notes")]
    public async Task Usage_sums_up_by_what_is_asked(string by, string key)
    {
        using var app = await AppFolder.WithCallsAsync(3);

        var run = await Run.Async("usage", "--app-dir", app.Path, "--from", "2020-01-01", "--to", "2099-12-31", "--by", by, "--json");

        Assert.Equal(0, run.Exit);
        Assert.StartsWith($"{{\"{by.Replace('-', '_')}\":\"{key}\",\"requests\":3,\"tokens\":51,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_writes_the_result_to_stdout_and_returns_the_exit_code()
    {
        using var app = await AppFolder.WithCallsAsync(1);
        app.Attack("DELETE FROM audit_entry WHERE idx = 1");
        var start = new ProcessStartInfo("dotnet", [typeof(CliApp).Assembly.Location, "audit", "verify", "--db", app.Db]) { RedirectStandardOutput = true };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.FoundWrong, process.ExitCode);
        Assert.Contains("NOT verified", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }
}
