using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MicroApps.Tests;

/// <summary>The first sample as a user starts it: a process of its own in a folder of its own.</summary>
[Trait("Spec", "SBX-1")]
public sealed class QuickStartTests : IDisposable
{
    private static readonly string s_key = "k1:" + Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    private readonly string _folder = Directory.CreateTempSubdirectory("microapps-quickstart-").FullName;

    public QuickStartTests()
    {
        var built = AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "MicroApps.OpenAI.Tests"), Path.Combine("samples", "QuickStart"), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".microapp", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Sandbox_run_shows_what_left_and_verifies_its_log()
    {
        var (exit, output, error) = await RunAsync(withKey: false);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("[EMAIL_1]", output, StringComparison.Ordinal);
        Assert.Contains("sandbox-1", output, StringComparison.Ordinal);
        Assert.Matches(new Regex(@"audit: 6 records, verified\s*$"), output);
    }

    [Fact]
    public async Task Real_server_gets_placeholders_and_the_log_verifies()
    {
        await using var server = await FakeOpenAIServer.StartNewAsync();
        server.Model = _ => new FakeAnswer("Call [PHONE_1].");

        var (exit, output, error) = await RunAsync(withKey: true, "--endpoint", server.Endpoint.ToString(), "--model", "llama3.1:8b");

        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(new Regex(@"audit: 6 records, verified\s*$"), output);
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.Equal("llama3.1:8b", r.Json["model"]!.GetValue<string>()));
        Assert.All(server.Requests, r => Assert.DoesNotContain("@", r.Json["messages"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "cannot be reached", "--endpoint", "http://127.0.0.1:9/v1", "--model", "some-model")]
    [InlineData(false, "MICROAPP_KEYS", "--endpoint", "http://127.0.0.1:9/v1", "--model", "some-model")]
    [InlineData(true, "--model NAME", "--endpoint", "http://127.0.0.1:9/v1")]
    [InlineData(true, "--endpoint URL", "--model", "some-model")]
    [InlineData(true, "--endpoint URL", "--endpoint", "not a url", "--model", "some-model")]
    public async Task What_cannot_work_is_said_in_one_line(bool withKey, string expected, params string[] args)
    {
        var (exit, _, error) = await RunAsync(withKey, args);

        Assert.Equal(1, exit);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(bool withKey, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(_folder, "QuickStart.dll"), .. args])
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in new[] { "OPENAI_API_KEY", "MICROAPP_KEYS", "DOTNET_ENVIRONMENT" })
            start.Environment.Remove(name);
        if (withKey)
            start.Environment["MICROAPP_KEYS"] = s_key;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
