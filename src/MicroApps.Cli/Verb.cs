using System.CommandLine;

namespace MicroApps.Cli;

/// <summary>A command that does something, with examples for its help.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples { get; }

    protected abstract Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken);

    protected static TextWriter Out(ParseResult line) => line.InvocationConfiguration.Output;

    protected static TextWriter Error(ParseResult line) => line.InvocationConfiguration.Error;
}
