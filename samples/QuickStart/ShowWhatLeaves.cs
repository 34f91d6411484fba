using MicroApps;

namespace QuickStart;

/// <summary>A guard of the app's own: it stands after redaction and shows the text as it leaves the process.</summary>
internal sealed class ShowWhatLeaves : Guard
{
    public override string Name => "show";

    public override ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        Screen.Block("what leaves the process", string.Join('\n', call.Parts.Select(p => p.Text)));
        return new(Verdict.Continue);
    }
}
