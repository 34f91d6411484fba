namespace MicroApps.Cli;

/// <summary>What the tool's exit codes mean.</summary>
public static class ExitCode
{
    /// <summary>Done, and nothing is wrong.</summary>
    public const int Ok = 0;

    /// <summary>Done, and something is wrong: a log with problems, a manifest with errors, a conversation that is not there.</summary>
    public const int FoundWrong = 1;

    /// <summary>Could not be done: wrong arguments, a file that is missing or unreadable, a secret that is missing.</summary>
    public const int CannotDo = 2;
}
