using System.CommandLine;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>A command on policies: what is refused in them is told with its place, and gives exit code 1.</summary>
internal abstract class PolicyVerb(string name, string description, params string[] examples) : Verb(name, description, examples)
{
    private static readonly Dictionary<string, string> s_none = [];

    /// <summary>Where errors go: results to standard output, everything else to standard error.</summary>
    protected virtual TextWriter ErrorsTo(ParseResult line) => Error(line);

    protected sealed override Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> sources = s_none;
        try
        {
            return Task.FromResult(Run(line, loaded => sources = loaded, cancellationToken));
        }
        catch (RegoException e)
        {
            PolicyErrors.Write(ErrorsTo(line), e, sources);
            Error(line).WriteLine($"{Plain.Count(e.Errors.Count, "error")}.");
            return Task.FromResult(ExitCode.FoundWrong);
        }
    }

    /// <param name="line">The command line.</param>
    /// <param name="loaded">Takes the sources by their names, so that errors can show their lines.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    protected abstract int Run(ParseResult line, Action<IReadOnlyDictionary<string, string>> loaded, CancellationToken cancellationToken);
}
