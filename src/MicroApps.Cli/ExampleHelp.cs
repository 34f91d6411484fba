using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MicroApps.Cli;

/// <summary>The usual help with examples below.</summary>
internal sealed class ExampleHelp(HelpAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var verbs = command is Verb verb ? [verb] : All(command).ToList();
        output.WriteLine("Examples:");
        foreach (var example in command is Verb ? verbs[0].Examples : verbs.Select(v => v.Examples[0]))
            output.WriteLine($"  {example}");
        output.WriteLine();
        output.WriteLine("Exit codes: 0 all is well, 1 something is wrong, 2 it could not be done.");
        return ExitCode.Ok;
    }

    private static IEnumerable<Verb> All(Command command) =>
        command.Subcommands.SelectMany(c => c is Verb verb ? [verb] : All(c));
}
