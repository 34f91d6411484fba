using static MicroApps.RiskRules;

namespace MicroApps;

/// <summary>The fields of quotas, limits and redaction.</summary>
internal static class ProtectionShapes
{
    private static readonly ChoiceKind<QuotaPeriod> Per = new(
        "a period", ("minute", QuotaPeriod.Minute), ("hour", QuotaPeriod.Hour), ("day", QuotaPeriod.Day), ("month", QuotaPeriod.Month));

    private static readonly ChoiceKind<QuotaScope> Scope = new(
        "a scope",
        ("app", QuotaScope.App), ("owner", QuotaScope.Owner), ("cost-centre", QuotaScope.CostCentre), ("user", QuotaScope.User), ("model", QuotaScope.Model));

    private static readonly ChoiceKind<QuotaEnforcement> Enforcement = new("a way to enforce", ("hard", QuotaEnforcement.Hard), ("soft", QuotaEnforcement.Soft));

    private static readonly ChoiceKind<RedactionAction> Action = new(
        "a redaction action",
        ("pseudonymise", RedactionAction.Pseudonymise), ("mask", RedactionAction.Mask), ("hash", RedactionAction.Hash),
        ("block", RedactionAction.Block), ("allow", RedactionAction.Allow));

    private static readonly ChoiceKind<ResponseAction> Response = new(
        "an action for responses", ("report", ResponseAction.Report), ("mask", ResponseAction.Mask), ("block", ResponseAction.Block));

    private static readonly ChoiceKind<UnscannableAction> Unscannable = new("allow or deny", ("allow", UnscannableAction.Allow), ("deny", UnscannableAction.Deny));

    private static readonly MapKind<string, RedactionAction> Actions = new("redaction actions by entity type", Kinds.EntityType, Action);

    private static readonly NumberKind Count = new(1, 1_000_000_000_000_000);

    private static readonly ListKind<string> Words = new(Kinds.Line, 0, 1000);

    public static readonly Shape<ManifestQuota> Quota = new Shape<ManifestQuota>("a quota", v => new()
    {
        Per = v.Get<QuotaPeriod>("per"),
        Scope = v.Get<QuotaScope>("scope"),
        Model = v.Get<string?>("model"),
        Requests = v.Get<long?>("requests"),
        Tokens = v.Get<long?>("tokens"),
        SpendNanoUsd = v.Get<long?>("spend"),
        WarnAt = v.Get<IReadOnlyList<int>>("warnAt"),
        Enforce = v.Get<QuotaEnforcement>("enforce"),
        TimeZone = v.Get<string>("timeZone"),
    })
    {
        Key = ["per", "scope", "model"],
        AnyOf = ["requests", "tokens", "spend"],
        Check = CheckQuota,
    }
        .Must("per", Per, q => q.Per, "The calendar period after which it starts afresh: `minute`, `hour`, `day`, `month`.")
        .May("scope", Scope, q => q.Scope, "What it is counted for: the `app`, all apps of its `owner` or `cost-centre`, each `user`, each `model`.", or: QuotaScope.App)
        .May("model", Kinds.ModelName, q => q.Model, "With `scope: model`: the one model that is meant.")
        .May("requests", Count, q => q.Requests, "The most requests.", Raised("quota"))
        .May("tokens", Count, q => q.Tokens, "The most tokens, input and output together.", Raised("quota"))
        .May("spend", Kinds.Money, q => q.SpendNanoUsd, "The most money, in US dollars.", Raised("quota"))
        .May("warnAt", new ListKind<int>(new NumberKind(1, 100), 0, 10), q => q.WarnAt, "Warn at these percentages.", or: ValueList.Of([80]))
        .May("enforce", Enforcement, q => q.Enforce, "`hard`: never exceeded; `soft`: warns only.", Left(QuotaEnforcement.Hard, "quota loosened"), QuotaEnforcement.Hard)
        .May("timeZone", Kinds.TimeZone, q => q.TimeZone, "The time zone of its periods.", or: "UTC");

    public static readonly Shape<ManifestLimits> Limits = new Shape<ManifestLimits>("the 'limits' group", v => new()
    {
        Concurrency = v.Get<int?>("concurrency"),
        PayloadBytes = v.Get<int?>("payloadBytes"),
        RequestsPerMinute = v.Get<int?>("requestsPerMinute"),
    })
        .May("concurrency", new NumberKind(1, 10_000), l => l.Concurrency, "The most calls at the same time.", Raised("limit"))
        .May("payloadBytes", new NumberKind(1, 1_073_741_824), l => l.PayloadBytes, "The most bytes of text in one call.", Raised("limit"))
        .May("requestsPerMinute", new NumberKind(1, 1_000_000), l => l.RequestsPerMinute, "The most calls in any minute.", Raised("limit"));

    public static readonly Shape<ManifestEntityType> EntityType = new Shape<ManifestEntityType>("an entity type of your own", v => new()
    {
        Type = v.Get<string>("type"),
        Pattern = v.Get<string?>("pattern"),
        Words = v.Get<IReadOnlyList<string>>("words"),
        Context = v.Get<IReadOnlyList<string>>("context"),
        Validator = v.Get<string?>("validator"),
    })
    {
        Key = ["type"],
        AnyOf = ["pattern", "words"],
    }
        .Must("type", Kinds.EntityType, t => t.Type, "Its name, in capitals.")
        .May("pattern", Kinds.Pattern, t => t.Pattern, "A regular expression that finds it. In single quotes.", Any("redaction pattern"))
        .May("words", Words, t => t.Words, "Words that are found as they are.", Any("redaction pattern"), ValueList.Of<string>([]))
        .May("context", Words, t => t.Context, "Words nearby that make a match more likely.", Any("redaction pattern"), ValueList.Of<string>([]))
        .May("validator", Kinds.Slug, t => t.Validator, "A check that matches must pass, such as `luhn`.", Any("redaction pattern"));

    public static readonly Shape<ManifestRedaction> Redaction = new Shape<ManifestRedaction>("the 'redaction' group", v => new()
    {
        Types = v.Get<IReadOnlyDictionary<string, RedactionAction>>("types"),
        Classes = v.Get<IReadOnlyDictionary<DataClass, IReadOnlyDictionary<string, RedactionAction>>>("classes"),
        Responses = v.Get<IReadOnlyDictionary<string, ResponseAction>>("responses"),
        Unscannable = v.Get<UnscannableAction?>("unscannable"),
        Custom = v.Get<IReadOnlyList<ManifestEntityType>>("custom"),
    })
        .May("types", Actions, r => r.Types, "What happens to values of an entity type before they leave: `pseudonymise` (put back in the answer), `mask`, `hash`, `block`, `allow`. Policy decides for the others.", RiskRules.Redaction, ValueMap<string, RedactionAction>.Empty)
        .May("classes", new MapKind<DataClass, IReadOnlyDictionary<string, RedactionAction>>("redaction actions by data class", Kinds.DataClass, Actions), r => r.Classes, "The same for data of one class; goes before `types`.", RiskRules.Redaction, ValueMap<DataClass, IReadOnlyDictionary<string, RedactionAction>>.Empty)
        .May("responses", new MapKind<string, ResponseAction>("actions for responses by entity type", Kinds.EntityType, Response), r => r.Responses, "What happens to values that the model itself brings in: `report`, `mask`, `block`.", RiskRules.Redaction, ValueMap<string, ResponseAction>.Empty)
        .May("unscannable", Unscannable, r => r.Unscannable, "Whether images and audio may be sent: `allow`, `deny`. The data class decides when left out.", Any("unscannable content"))
        .May("custom", new ListKind<ManifestEntityType>(EntityType), r => r.Custom, "Entity types of your own.", Dropped("entity type"), ValueList.Of<ManifestEntityType>([]));

    private static void CheckQuota(FieldValues quota)
    {
        if (quota.Has("model") && quota.Get<QuotaScope?>("scope") is { } scope and not QuotaScope.Model)
            quota.Add("model", $"the quota is counted for the {Scope.Plain(scope)}, not for a model", "Write 'scope: model', or remove the line");
        var warnAt = quota.Get<IReadOnlyList<int>?>("warnAt") ?? [];
        for (var i = 1; i < warnAt.Count; i++)
        {
            if (warnAt[i] <= warnAt[i - 1]) quota.Add($"warnAt[{i}]", "the percentages do not ascend", "Sort them, smallest first");
        }
    }
}
