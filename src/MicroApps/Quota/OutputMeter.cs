namespace MicroApps;

/// <summary>Counts the text of an answer as it passes by; changes nothing.</summary>
internal sealed class OutputMeter(QuotaCall state) : TextTransform
{
    public override bool TryPassThrough(ReadOnlySpan<char> chunk)
    {
        state.Output.Add(chunk);
        return true;
    }

    public override void Append(ReadOnlySpan<char> chunk, TextOutput output)
    {
        state.Output.Add(chunk);
        output.Pass(chunk);
    }

    public override void Complete(TextOutput output)
    {
    }
}
