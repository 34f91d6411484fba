using System.CommandLine;

namespace MicroApps.Cli;

/// <summary><c>microapp vault shred</c>: destroys a conversation's key, so that nobody can read its values back any more.</summary>
internal sealed class VaultShredCommand : Verb
{
    private readonly VaultOptions _vault;

    public VaultShredCommand()
        : base(
            "shred",
            "Destroys a conversation's key and values for good. This is recorded in the audit log. Backups keep what they have.",
            "microapp vault shred conversation-17 --reason \"erasure request 4712\"")
        => _vault = new VaultOptions(this);

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var shredded = await _vault.UseAsync(line, r => r.Vault.ShredAsync(r.Conversation, r.Actor, r.Reason, cancellationToken)).ConfigureAwait(false);
        if (shredded)
            Out(line).WriteLine("Shredded: nobody can read this conversation's values back from this database any more.");
        else
            Error(line).WriteLine("The vault has no such conversation: it held nothing to redact, was shredded before, or belongs to another app or key. The question was recorded.");
        return shredded ? ExitCode.Ok : ExitCode.FoundWrong;
    }
}
