namespace MicroApps;

/// <summary>How much a call sends: bytes of text, and the tokens that it can be billed for.</summary>
/// <remarks>
/// What a provider puts around the text is bounded by constants: chat templates use up to 5 tokens around a message and some at the start; a
/// field of a tool declaration or of tool arguments brings its key and brackets; the instructions that providers add for tools have up to 600 tokens.
/// Content that cannot be read counts with the larger of a bound for each piece and a token for every 128 bytes.
/// </remarks>
internal readonly record struct RequestSize(long TextBytes, long TokenBound)
{
    private const int PerCall = 16, PerText = 8, PerField = 32, ForTools = 600, UnscannableBytesPerToken = 128;

    public static RequestSize Of(GovernedCall call)
    {
        long bytes = 0;
        var overhead = PerCall + ((long)PerText * call.MessageCount);
        var hasTools = call.ToolCount > 0;
        foreach (var part in call.Parts)
        {
            bytes += TokenEstimator.UpperBound(part.Text);
            var isField = part.Origin is TextOrigin.Declaration or TextOrigin.ToolArguments or TextOrigin.ToolResult or TextOrigin.Property;
            overhead += isField ? PerField : PerText;
            hasTools |= isField;
        }

        return new(bytes, bytes + overhead + (hasTools ? ForTools : 0));
    }

    /// <summary>The bound with the content that cannot be read, and no more than the model takes.</summary>
    public long InputBound(GovernedCall call, ModelPrice price, int unscannableTokens) =>
        Math.Min(TokenBound + Unscannable(call, price, unscannableTokens), price.ContextWindow ?? long.MaxValue);

    /// <summary>A guess at the input tokens, for calls whose provider reported none.</summary>
    public static long Estimate(GovernedCall call, ModelPrice price, int unscannableTokens)
    {
        long tokens = 0;
        foreach (var part in call.Parts)
            tokens += TokenEstimator.Estimate(part.Text) + (PerText / 2);
        return Math.Min(tokens + Unscannable(call, price, unscannableTokens), price.ContextWindow ?? long.MaxValue);
    }

    private static long Unscannable(GovernedCall call, ModelPrice price, int unscannableTokens) => call.UnscannableCount == 0
        ? 0
        : Math.Max((long)call.UnscannableCount * (price.ImageTokens ?? unscannableTokens), call.UnscannableBytes / UnscannableBytesPerToken);
}
