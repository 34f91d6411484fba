using Microsoft.Extensions.Logging;

namespace MicroApps;

/// <summary>Reserves the most that a call can use before it leaves, settles what it used when it has ended, and protects the app from overload.</summary>
internal sealed partial class QuotaGuard : Guard
{
    // No text has this many letters and digits to a token on average: beyond it an answer is plainly longer than what was reserved for it.
    private const int LettersPerToken = 8;
    private readonly Manifest _manifest;
    private readonly QuotaStore _store;
    private readonly QuotaOptions _options;
    private readonly Func<KeyRing> _keys;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<QuotaLedger> _logger;
    private readonly QuotaPlan _plan;
    private readonly CallLimits _limits;
    private readonly QuotaWarnings _warnings = new();

    public QuotaGuard(
        Manifest manifest, QuotaStore store, QuotaOptions options, Func<KeyRing> keys, TimeProvider timeProvider, ILogger<QuotaLedger> logger)
    {
        _manifest = manifest;
        _store = store;
        _options = options;
        _keys = keys;
        _timeProvider = timeProvider;
        _logger = logger;
        Prices = options.PriceFile is { } file ? PriceCatalogue.Load(file) : PriceCatalogue.BuiltIn;
        _plan = new QuotaPlan(manifest);
        _limits = new CallLimits(manifest.Limits, options, timeProvider);
    }

    public override string Name => "quota";

    /// <summary>The price list that calls are reserved and settled by.</summary>
    public PriceCatalogue Prices { get; }

    public override StoreDatabase Database => _store.Database;

    public override ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken) => new(Inspect(call));

    public override async ValueTask<Verdict> CommitAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken)
    {
        if (call.Find<QuotaCall>() is not { } state)
            return Verdict.Continue;

        // The unit of work may run again, after an earlier run has shortened the answer.
        call.MaxOutputTokens = state.WantedOutput;
        var user = QuotaLedger.SubjectOf(_keys(), call.UserId);
        state.Budgets = _plan.Resolve(user, state.ModelId, transaction.Now);
        state.Reserved = null;
        var result = await ReserveAsync(call, state, user, transaction, cancellationToken).ConfigureAwait(false);
        if (result.Lease is null && TryShorten(call, state))
            result = await ReserveAsync(call, state, user, transaction, cancellationToken).ConfigureAwait(false);

        if (result.Refused is { } refused)
        {
            var rule = state.Budgets.First(p => p.Budget == refused.Budget).Rule;
            return Verdict.Refuse(QuotaRefusal.Create(rule, refused, state.AmountFor(call.MaxOutputTokens), transaction.Now));
        }

        state.RenewAt = _timeProvider.GetUtcNow() + (_options.LeaseDuration / 2);
        state.IsCapped = state.Budgets.Any(p => p.Budget is { Enforcement: QuotaEnforcement.Hard } and ({ Tokens: not null } or { SpendNanoUsd: not null }));
        return Verdict.Continue;
    }

    public override TextTransform? CreateTransform(GovernedCall call, ResponseTextKind kind) =>
        call.Find<QuotaCall>() is { WantedOutput: not null } state ? new OutputMeter(state) : null;

    public override async ValueTask<Verdict> ContinueAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        if (call.Find<QuotaCall>() is not { Reserved: not null } state)
            return Verdict.Continue;

        if (state.IsCapped && state.Output.LettersAndDigits / LettersPerToken > call.MaxOutputTokens)
        {
            return Verdict.Refuse(
                "quota.overrun",
                $"The answer was stopped: it is longer than the {call.MaxOutputTokens} tokens that were reserved for it, so the provider does not keep to MaxOutputTokens.",
                "Ask for a longer answer (MaxOutputTokens) where the budget has room, or use a provider that keeps to it.");
        }

        var now = _timeProvider.GetUtcNow();
        if (now >= state.RenewAt)
        {
            state.RenewAt = now + (_options.LeaseDuration / 2);
            await RenewAsync(call, cancellationToken).ConfigureAwait(false);
        }

        return Verdict.Continue;
    }

    public override void Conclude(GovernedCall call)
    {
        if (call.Find<QuotaCall>() is not { } state)
            return;

        call.Usage = QuotaSettlement.Usage(call, state, _options);
        call.CostNanoUsd = call.Usage.Source == UsageSource.None ? 0 : state.Price.Cost(call.Usage);
        state.Actual = call.Status == CallStatus.Refused || call.HasStayed ? default : new(1, call.Usage.TotalTokens, call.CostNanoUsd);
        foreach (var warning in _warnings.Check(state.Budgets, state.Windows))
            Raise(warning);
    }

    public override async ValueTask CompleteAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken)
    {
        // A refused unit of work left no lease behind, and settling finds none; a lease in another database than the refusing guard's is given back.
        if (call.Find<QuotaCall>() is not { Reserved: { } reserved } state)
            return;

        var isSettled = await _store.SettleAsync(transaction, call.Id, state.Actual, cancellationToken).ConfigureAwait(false);
        if (isSettled && (state.Actual.Tokens > reserved.Tokens || state.Actual.NanoUsd > reserved.NanoUsd))
            LogOverrun(call.Id, state.Actual.Tokens, reserved.Tokens, state.Actual.NanoUsd, reserved.NanoUsd);
    }

    public override void Release(GovernedCall call)
    {
        if (call.Find<QuotaCall>() is { IsAdmitted: true } state)
        {
            state.IsAdmitted = false;
            _limits.Leave();
        }
    }

    private Verdict Inspect(GovernedCall call)
    {
        var size = RequestSize.Of(call);
        if (_limits.CheckSize(size.TextBytes) is { } tooLarge)
            return Verdict.Refuse(tooLarge);
        if (call.Surface is not (Surface.Chat or Surface.Embedding))
            return Verdict.Continue;

        var (provider, modelId) = call.Model is { } model ? (model.Provider, model.Id) : (call.Target.Provider, call.Target.Id);
        var price = call.Model is { } declared ? Prices.Find(declared, call.StartedAt) : Prices.Find(provider, modelId, call.StartedAt);
        price ??= _options.CeilingFor(provider, modelId);
        if (price is null)
            return Verdict.Refuse(UnknownPrice(provider, modelId));
        if (_limits.Enter() is { } overloaded)
            return Verdict.Refuse(overloaded);

        call.MaxOutputTokens = call.Surface == Surface.Chat ? MaxOutputTokens(call, price) : null;
        call.Set(new QuotaCall(price, modelId, size.InputBound(call, price, _options.UnscannableTokens), call.MaxOutputTokens) { IsAdmitted = true });
        return Verdict.Continue;
    }

    private int MaxOutputTokens(GovernedCall call, ModelPrice price)
    {
        var declared = call.Model?.MaxOutputTokens;
        var wanted = call.MaxOutputTokens ?? declared ?? _options.DefaultMaxOutputTokens;
        return Math.Min(wanted, Math.Min(declared ?? int.MaxValue, price.MaxOutputTokens ?? int.MaxValue));
    }

    private async ValueTask<QuotaReserveResult> ReserveAsync(
        GovernedCall call, QuotaCall state, string user, StoreTransaction transaction, CancellationToken cancellationToken)
    {
        var amount = state.AmountFor(call.MaxOutputTokens);
        var charge = new QuotaCharge(_manifest.Id, _manifest.OwnerGroup, _manifest.CostCentre ?? "", user, state.ModelId);
        var reservation = new QuotaReservation(call.Id, amount, [.. state.Budgets.Select(p => p.Budget)], _options.LeaseDuration, charge);
        var result = await _store.ReserveAsync(transaction, reservation, cancellationToken).ConfigureAwait(false);
        state.Windows = result.Windows;
        if (result.Lease is { } lease)
            state.Reserved = lease.Amount;
        return result;
    }

    private bool TryShorten(GovernedCall call, QuotaCall state)
    {
        var floor = state.Price.IsReasoning ? _options.MinimumReasoningOutputTokens : _options.MinimumOutputTokens;
        var fits = state.OutputThatFits();
        if (call.MaxOutputTokens is not { } wanted || fits < floor || fits >= wanted)
            return false;

        call.MaxOutputTokens = (int)fits;
        LogShortened(call.Id, wanted, fits);
        return true;
    }

    // A lease that cannot be renewed lapses: it stays counted, and the call can still be settled. No reason to break an answer.
    private async ValueTask RenewAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        try
        {
            await Database.WriteAsync(
                (_store, call.Id, _options.LeaseDuration),
                static (transaction, s, token) => s._store.RenewAsync(transaction, s.Id, s.LeaseDuration, token),
                WriteUrgency.Soon,
                cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            LogNotRenewed(call.Id, e);
        }
    }

    private void Raise(QuotaWarning warning)
    {
        LogThreshold(warning.Message);
        try
        {
            _options.OnWarning?.Invoke(warning);
        }
#pragma warning disable CA1031 // The app's callback must not break the call that happened to cross the threshold.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogCallbackFailed(e.GetType().Name);
        }
    }

    private static Refusal UnknownPrice(string provider, string modelId) => new(
        "quota.unknown-price",
        $"No price is known for the model '{modelId}' of the provider '{provider}', so its cost cannot be limited.",
        $"Add it to the price file (QuotaOptions.PriceFile), in US dollars per million tokens: {{\"provider\": \"{provider}\", \"model\": \"{modelId}\", "
        + "\"from\": \"2026-01-01\", \"input\": 1.25, \"output\": 10}; or set the ceiling price in QuotaOptions.");

    [LoggerMessage(1, LogLevel.Warning, "{Message}")]
    private partial void LogThreshold(string message);

    [LoggerMessage(2, LogLevel.Information, "Call {CallId} was shortened from {Wanted} to {Tokens} output tokens to fit its budgets.")]
    private partial void LogShortened(Guid callId, int wanted, long tokens);

    [LoggerMessage(3, LogLevel.Warning, "Call {CallId} used more than was reserved: {Tokens} of {ReservedTokens} tokens, {NanoUsd} of {ReservedNanoUsd} nano-dollars. Check the price list and whether the provider keeps to MaxOutputTokens.")]
    private partial void LogOverrun(Guid callId, long tokens, long reservedTokens, long nanoUsd, long reservedNanoUsd);

    [LoggerMessage(4, LogLevel.Warning, "The reservation of call {CallId} could not be renewed.")]
    private partial void LogNotRenewed(Guid callId, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "QuotaOptions.OnWarning threw {ExceptionType}.")]
    private partial void LogCallbackFailed(string exceptionType);
}
