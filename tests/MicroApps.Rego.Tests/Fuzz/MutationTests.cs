using Xunit.Abstractions;

namespace MicroApps.Rego.Tests;

/// <summary>Changed sources: refused as the oracle refuses them, and never a crash or a hang.</summary>
public class MutationTests(ITestOutputHelper output)
{
    private const int Threads = 2;

    [Fact]
    public async Task Check_mutated_source_agrees_with_the_oracle()
    {
        var (differences, refused) = await MutationCheck.RunAsync(FuzzSettings.Seed, FuzzSettings.Checks);

        output.WriteLine($"seed {FuzzSettings.Seed}: {FuzzSettings.Checks} sources, {refused} refused, {differences.Count} differences");
        Assert.True(differences.Count * 1_000 <= FuzzSettings.Checks * 5, string.Join('\n', differences.Take(20).Select(d => $"=== seed {d.Seed}\noracle: {d.Oracle}\nengine: {d.Engine}\n{d.Source}")));
    }

    [Fact]
    public void Compile_and_evaluate_mutated_source_and_input_never_crashes_or_hangs()
    {
        var run = new HarmlessRun(FuzzSettings.Seed);
        Exception? failure = null;
        var threads = Enumerable.Range(0, Threads).Select(first => new Thread(() =>
        {
            try
            {
                run.Run(first, FuzzSettings.Mutations, Threads);
            }
            catch (Exception e)
            {
                failure = new InvalidOperationException(run.Current, e);
            }
        }, 1024 * 1024)).ToList();

        threads.ForEach(t => t.Start());
        var limit = TimeSpan.FromSeconds(60 + (FuzzSettings.Mutations / 200));

        Assert.All(threads, t => Assert.True(t.Join(limit), run.Current));
        output.WriteLine($"seed {FuzzSettings.Seed}: {FuzzSettings.Mutations} sources, {run.Compiled} compiled, {run.Parsed} inputs read");
        Assert.Null(failure);
        Assert.InRange(run.Compiled, FuzzSettings.Mutations / 50, FuzzSettings.Mutations);
    }
}
