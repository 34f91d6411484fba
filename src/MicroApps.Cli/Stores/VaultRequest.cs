namespace MicroApps.Cli;

/// <summary>Somebody asks something of the vault.</summary>
internal sealed record VaultRequest(Vault Vault, string Conversation, string Actor, string Reason);
