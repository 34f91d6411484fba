namespace MicroApps;

/// <summary>The last step of a response: originals come back for the app's user. Apart from <see cref="RedactionGuard"/> because it must come after every look at the model's own text.</summary>
internal sealed class RestoreGuard(RedactionPlan plan) : Guard
{
    public override string Name => "restore";

    public override TextTransform? CreateTransform(GovernedCall call, ResponseTextKind kind) =>
        Open(call) is { } state ? new RestoreTransform(state.Map, state.Syntax!, call.Findings) : null;

    /// <summary>Puts originals back into a text that is whole; with a tool's name only those that the manifest lets it see.</summary>
    public string Restore(GovernedCall call, string text, string? tool)
    {
        if (!text.Contains('_', StringComparison.Ordinal) || Open(call) is not { } state)
            return text;

        var output = new TextOutput();
        var done = 0;
        var changed = false;
        while (state.Syntax!.TryFind(text, done, afterWord: false, out var match))
        {
            output.Pass(text.AsSpan(done, match.Start - done));
            if (state.Map.Find(match.Label, match.Number) is { } entry && (tool is null || plan.MaySee(tool, entry.EntityType)))
            {
                output.Replace(match.Length, entry.Value);
                call.Findings.Restored++;
                changed = true;
            }
            else
            {
                output.Pass(text.AsSpan(match.Start, match.Length));
            }

            done = match.End;
        }

        output.Pass(text.AsSpan(done));
        return changed ? output.Text.ToString() : text;
    }

    private static RedactionState? Open(GovernedCall call)
    {
        if (call.Find<RedactionState>() is not { } state || state.Map.IsEmpty)
            return null;
        state.Syntax ??= new PlaceholderSyntax(state.Map.Labels);
        return state;
    }
}
