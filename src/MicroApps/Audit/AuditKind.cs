namespace MicroApps;

/// <summary>The kinds of audit records.</summary>
public static class AuditKind
{
    /// <summary>A call was allowed and is about to leave the process.</summary>
    public const string Intent = "call.intent";

    /// <summary>How an allowed call ended.</summary>
    public const string Outcome = "call.outcome";

    /// <summary>A call was refused; nothing left the process.</summary>
    public const string Refusal = "call.refusal";

    /// <summary>Original values were read back from the vault by a person or a tool.</summary>
    public const string VaultRead = "vault.read";

    /// <summary>A conversation's key was destroyed; its values cannot be read back any more.</summary>
    public const string VaultShred = "vault.shred";
}
