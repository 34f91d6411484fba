using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MicroApps;

/// <summary>Reads <see cref="MicroAppOptions"/> from configuration: strict, because a mistyped setting must not leave a protection off.</summary>
internal static class MicroAppSettings
{
    private static readonly Dictionary<string, Action<MicroAppOptions, Setting>> s_settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ManifestPath"] = (o, s) => o.ManifestPath = s.Text,
        ["Environment"] = (o, s) => o.Environment = s.Choice<AppEnvironment>(),
        ["DataFolder"] = (o, s) => o.DataFolder = s.Text,
        ["SecretsFolder"] = (o, s) => o.SecretsFolder = s.Text,
        ["KeySecret"] = (o, s) => o.KeySecret = s.Text,
        ["RecoveryInterval"] = (o, s) => o.RecoveryInterval = s.Time,
        ["Redaction:PersonalData"] = (o, s) => o.Redaction.PersonalData = s.Choice<RedactionAction>(),
        ["Redaction:Secrets"] = (o, s) => o.Redaction.Secrets = s.Choice<RedactionAction>(),
        ["Redaction:MinScore"] = (o, s) => o.Redaction.MinScore = (double)s.Number,
        ["Quota:PriceFile"] = (o, s) => o.Quota.PriceFile = s.Text,
        ["Quota:CeilingInputUsdPerMillion"] = (o, s) => o.Quota.CeilingInputUsdPerMillion = s.Number,
        ["Quota:CeilingOutputUsdPerMillion"] = (o, s) => o.Quota.CeilingOutputUsdPerMillion = s.Number,
        ["Quota:DefaultMaxOutputTokens"] = (o, s) => o.Quota.DefaultMaxOutputTokens = s.Whole,
        ["Quota:MinimumOutputTokens"] = (o, s) => o.Quota.MinimumOutputTokens = s.Whole,
        ["Quota:MinimumReasoningOutputTokens"] = (o, s) => o.Quota.MinimumReasoningOutputTokens = s.Whole,
        ["Quota:LeaseDuration"] = (o, s) => o.Quota.LeaseDuration = s.Time,
        ["Quota:UnscannableTokens"] = (o, s) => o.Quota.UnscannableTokens = s.Whole,
        ["Quota:ChargeReservationForUnreportedReasoning"] = (o, s) => o.Quota.ChargeReservationForUnreportedReasoning = s.Flag,
        ["Quota:DefaultConcurrency"] = (o, s) => o.Quota.DefaultConcurrency = s.Whole,
        ["Quota:DefaultPayloadBytes"] = (o, s) => o.Quota.DefaultPayloadBytes = s.Whole,
        ["Audit:AwaitOutcome"] = (o, s) => o.Audit.AwaitOutcome = s.Flag,
    };

    /// <exception cref="MicroAppStartException">A setting is unknown or has no such value.</exception>
    public static MicroAppOptions Read(IConfigurationSection section)
    {
        var options = new MicroAppOptions();
        foreach (var (key, value) in section.AsEnumerable(makePathsRelative: true).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (value is null)
                continue; // a section, not a value
            if (!s_settings.TryGetValue(key, out var set))
                throw new MicroAppStartException($"{MicroAppOptions.SectionName}:{key} is not a setting. Known are {string.Join(", ", s_settings.Keys)}.");
            set(options, new Setting(key, value));
        }

        return options;
    }

    private readonly record struct Setting(string Key, string Value)
    {
        public string Text => Value.Length > 0 ? Value : throw Wrong("text");

        public bool Flag => bool.TryParse(Value, out var flag) ? flag : throw Wrong("true or false");

        public int Whole => int.TryParse(Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a whole number");

        public decimal Number => decimal.TryParse(Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number");

        public TimeSpan Time => TimeSpan.TryParse(Value, CultureInfo.InvariantCulture, out var time) ? time : throw Wrong("a time as hh:mm:ss");

        public T Choice<T>()
            where T : struct, Enum =>
            Enum.TryParse<T>(Value, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
                ? choice
                : throw Wrong(string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant());

        private MicroAppStartException Wrong(string wanted) =>
            new($"{MicroAppOptions.SectionName}:{Key} must be {wanted}.");
    }
}
