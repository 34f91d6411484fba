namespace MicroApps.Cli;

/// <summary>The command cannot be done; the message says why and how to mend it.</summary>
internal sealed class CliException(string message) : MicroAppException(message);
