namespace MicroApps.Cli.Tests;

/// <summary>What one command line came to.</summary>
internal sealed record Run(int Exit, string Output, string Error)
{
    public static async Task<Run> Async(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var exit = await CliApp.InvokeAsync(args, output, error);
        return new Run(exit, output.ToString(), error.ToString());
    }

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
