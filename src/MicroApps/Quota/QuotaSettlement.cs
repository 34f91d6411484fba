namespace MicroApps;

/// <summary>What a call that has ended is charged.</summary>
/// <remarks>
/// The provider's figures win where they are whole. An answer that was cut off, by anybody, is charged the larger of what the provider
/// reported so far and what has arrived; a call that failed is charged its input, because the provider may have read it, unless the
/// error says that the provider turned the request down.
/// </remarks>
internal static class QuotaSettlement
{
    private const int TokensPerToolCall = 64, BytesPerToken = 3;

    // Errors of the official clients that stand for an answer with an error status: nothing was billed. A timeout or a broken connection is not among them.
    private static readonly HashSet<string> s_turnedDown = new(StringComparer.Ordinal)
    {
        "ClientResultException", "RequestFailedException", "Anthropic4xxException", "AnthropicBadRequestException", "AnthropicUnauthorizedException",
        "AnthropicPaymentRequiredException", "AnthropicForbiddenException", "AnthropicNotFoundException", "AnthropicContentTooLargeException",
        "AnthropicUnprocessableEntityException", "AnthropicRateLimitException", "AnthropicOverloadedException", "AnthropicServiceUnavailableException",
    };

    public static CallUsage Usage(GovernedCall call, QuotaCall state, QuotaOptions options)
    {
        if (call.Status == CallStatus.Refused || state.Reserved is null || call.HasStayed)
            return default;

        var reported = call.Usage.Source == UsageSource.Provider ? call.Usage : default;
        var streamed = Streamed(call, state);
        if (call.Status == CallStatus.Failed && reported.TotalTokens == 0 && streamed == 0 && call.ErrorType is { } error && s_turnedDown.Contains(error))
            return default;

        var input = reported.InputTokens > 0 ? reported.InputTokens : RequestSize.Estimate(call, state.Price, options.UnscannableTokens);
        var output = Output(call, state, reported, streamed, options);
        return reported with
        {
            InputTokens = input,
            OutputTokens = output,
            Source = input == reported.InputTokens && output == reported.OutputTokens ? reported.Source : UsageSource.Estimated,
        };
    }

    private static long Output(GovernedCall call, QuotaCall state, CallUsage reported, long streamed, QuotaOptions options)
    {
        if (state.WantedOutput is null || (call.Status == CallStatus.Completed && reported.OutputTokens > 0))
            return Math.Max(0, reported.OutputTokens);

        // What ended early has reported a part at most; what reported nothing may have reasoned without showing it.
        var output = Math.Max(reported.OutputTokens, streamed);
        var isHidden = state.Price.IsReasoning && options.ChargeReservationForUnreportedReasoning && reported.OutputTokens <= 0;
        return isHidden && call.Status != CallStatus.Failed ? Math.Max(output, call.MaxOutputTokens ?? 0) : output;
    }

    private static long Streamed(GovernedCall call, QuotaCall state)
    {
        // Bytes that did not pass the meter: arguments of tool calls, or text that was held back.
        var unmetered = Math.Max(0, call.ResponseBytes - state.Output.Bytes);
        return state.Output.Tokens + ((unmetered + BytesPerToken - 1) / BytesPerToken) + ((long)call.ToolsCalled.Count * TokensPerToolCall);
    }
}
