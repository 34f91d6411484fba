using System.CommandLine;

namespace MicroApps.Cli;

/// <summary><c>microapp vault reveal</c>: a conversation's values; that somebody looked is in the audit log before they are shown.</summary>
internal sealed class VaultRevealCommand : Verb
{
    private readonly VaultOptions _vault;
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object, placeholder to value." };

    public VaultRevealCommand()
        : base(
            "reveal",
            "Shows the values that stand behind a conversation's placeholders. This is recorded in the audit log.",
            "microapp vault reveal conversation-17 --reason \"complaint 4711\"",
            "microapp vault reveal conversation-17 --reason \"complaint 4711\" --actor anna@contoso.com --secrets /run/secrets --json")
    {
        _vault = new VaultOptions(this);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var values = await _vault.UseAsync(line, r => r.Vault.RevealAsync(r.Conversation, r.Actor, r.Reason, cancellationToken)).ConfigureAwait(false);
        if (line.GetValue(_json))
        {
            Out(line).WriteLine(JsonText.Write(json =>
            {
                foreach (var (placeholder, value) in values)
                    json.WriteString(placeholder, value);
            }));
        }
        else
        {
            foreach (var (placeholder, value) in values)
                Out(line).WriteLine($"{placeholder}\t{Plain.Text(value)}");
        }

        Error(line).WriteLine(values.Count == 0
            ? "The vault has no such conversation: it held nothing to redact, was shredded, or belongs to another app or key. The question was recorded."
            : $"{Plain.Count(values.Count, "value")}. The look was recorded.");
        return values.Count == 0 ? ExitCode.FoundWrong : ExitCode.Ok;
    }
}
