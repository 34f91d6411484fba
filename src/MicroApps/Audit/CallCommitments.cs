namespace MicroApps;

/// <summary>The keyed commitments of one call's content, and what the audit log said about it.</summary>
internal sealed class CallCommitments(string prompt, string request, string user)
{
    public string Prompt { get; } = prompt;

    public string Request { get; } = request;

    public string User { get; } = user;

    public AuditReceipt? Receipt { get; set; }

    public Commitment? Answer { get; set; }

    public string? Response { get; set; }
}
