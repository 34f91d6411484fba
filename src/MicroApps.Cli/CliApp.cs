using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MicroApps.Cli;

/// <summary>The <c>microapp</c> tool: everything it does, with the streams given from outside.</summary>
public static class CliApp
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments, without the name of the tool.</param>
    /// <param name="stdout">Receives the result and nothing else.</param>
    /// <param name="stderr">Receives errors, warnings and remarks.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(
        IReadOnlyList<string> args, TextWriter stdout, TextWriter stderr, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        var debug = new Option<bool>("--debug") { Description = "Show where an error arose.", Recursive = true };

        // A reason or a name may begin with '@': no response files.
        var parsed = CreateRoot(debug).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction wrong)
            return await RefuseAsync(parsed, wrong, stderr, cancellationToken).ConfigureAwait(false);
        try
        {
            var streams = new InvocationConfiguration { Output = stdout, Error = stderr, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(streams, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Explain(e) is { } message)
        {
            await stderr.WriteLineAsync($"microapp: {message}").ConfigureAwait(false);
            if (parsed.GetValue(debug))
                await stderr.WriteLineAsync(e.ToString()).ConfigureAwait(false);
            return ExitCode.CannotDo;
        }
    }

    private static Command CreateRoot(Option<bool> debug)
    {
        // Not a RootCommand: that one is named after the file that runs, which is not what people type.
        var help = new HelpOption { Recursive = true };
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        return new Command("microapp", "Looks after micro apps: checks manifests and policies, classifies data, shows and verifies the audit log, reports use, opens the vault.")
        {
            new Command("audit", "Show and verify the audit log.") { new AuditShowCommand(), new AuditVerifyCommand() },
            new Command("manifest", "Check and compare manifests.") { new ManifestCheckCommand(), new ManifestDigestCommand(), new ManifestDiffCommand() },
            new Command("policy", "Check, test, evaluate, format and measure policies in Rego.")
            {
                new PolicyCheckCommand(), new PolicyTestCommand(), new PolicyEvalCommand(), new PolicyFmtCommand(), new PolicyBenchCommand(),
            },
            new ScanCommand(),
            new UsageCommand(TimeProvider.System),
            new Command("vault", "Read back or destroy the values that redaction put away.") { new VaultRevealCommand(), new VaultShredCommand() },
            help,
            new VersionOption(),
            debug,
        };
    }

    private static async Task<int> RefuseAsync(ParseResult parsed, ParseErrorAction wrong, TextWriter stderr, CancellationToken cancellationToken)
    {
        // Who only names a group wants to know what is in it.
        wrong.ShowHelp = parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0;
        await parsed.InvokeAsync(new InvocationConfiguration { Output = stderr, Error = stderr }, cancellationToken).ConfigureAwait(false);
        return ExitCode.CannotDo;
    }

    private static string? Explain(Exception e) => e switch
    {
        MicroAppException or IOException or UnauthorizedAccessException => e.Message,
        OperationCanceledException => "stopped before the end.",
        OverflowException => "the sums are larger than 64 bits; ask for fewer days.",
        _ => $"this should not happen ({e.GetType().Name}). Run again with --debug and report it.",
    };
}
