namespace MicroApps;

/// <summary>The kinds of single values that fields share.</summary>
internal static class Kinds
{
    /// <summary>No control characters, and none that reverse the direction of writing and so deceive the reader of an approval.</summary>
    private const string Visible = @"^[^\s\x00-\x1F\x7F\u202A-\u202E\u2066-\u2069][^\x00-\x1F\x7F\u2028-\u202E\u2066-\u2069]*$";

    private const string VisibleLines = @"^[^\s\x00-\x1F\x7F\u202A-\u202E\u2066-\u2069][^\x00-\x09\x0B-\x1F\x7F\u2028-\u202E\u2066-\u2069]*$";

    private const string Kebab = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public static readonly TextKind AppId = new("an app id", "Write 3 to 64 small letters, digits and single dashes, such as store-notes", Kebab, 64, 3);

    public static readonly TextKind Slug = new("a name in small letters", "Write small letters, digits and single dashes, such as customer-notes", Kebab, 64);

    public static readonly TextKind Line = new("one line of text", "Write one line of at most 200 characters", Visible, 200) { Repeatable = false };

    public static readonly TextKind Prose = new("a text", "Write a sentence or a few, at most 2000 characters", VisibleLines, 2000) { Repeatable = false };

    public static readonly TextKind SemVer = new(
        "a version",
        "Write three numbers, such as 1.2.0",
        @"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$",
        64);

    public static readonly TextKind Email = new("an e-mail address", "Write the address of a person, such as anna@contoso.com", @"^[^\s@<>,;]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", 254) { Repeatable = false };

    public static readonly TextKind Group = Code("a group's name", "retail-ops");

    public static readonly TextKind CostCentre = Code("a cost centre", "CC-1042");

    public static readonly TextKind Control = Code("a control's id", "SOC2-CC6.1");

    public static readonly TextKind Provider = new(
        "a provider", "Write sandbox, openai, azure-openai, openai-compatible, anthropic, or the name in small letters that your app registers", Kebab, 64);

    public static readonly TextKind ModelName = new("a model's name", "Write it as the provider does, such as gpt-4o-mini or llama3:8b", "^[A-Za-z0-9][A-Za-z0-9._:/@-]*$", 128);

    public static readonly TextKind Region = new("a region", "Write it in small letters, such as eu or eu-west-1", "^[a-z]{2,}[a-z0-9]*(-[a-z0-9]+)*$", 32);

    public static readonly TextKind RelativeFile = new(
        "a file within the app's folder",
        "Write its path from the manifest's folder with '/', such as prompts/system.md; no '..', no drive, no hidden file",
        @"^[^\x00-\x20\x7F\\/:*?""<>|.~][^\x00-\x1F\x7F\\/:*?""<>|]*(/[^\x00-\x20\x7F\\/:*?""<>|.~][^\x00-\x1F\x7F\\/:*?""<>|]*)*$",
        260);

    public static readonly TextKind Sha256 = new("a SHA-256 digest", "Write sha256: and 64 small hex digits, or remove the line", "^sha256:[0-9a-f]{64}$", 71);

    public static readonly TextKind FunctionName = new("a function's name", "Write letters, digits and any of . _ -, such as send_mail", "^[A-Za-z_][A-Za-z0-9_.-]*$", 64);

    public static readonly TextKind Host = new(
        "a host name",
        "Write the exact name in small letters, such as api.contoso.com: no scheme, port, wildcard or IP address",
        @"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$",
        253);

    public static readonly TextKind EntityType = new("an entity type", "Write capitals, digits and single underscores, such as EMAIL_ADDRESS", "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$", 64);

    public static readonly TextKind TimeZone = new("a time zone", "Write its IANA name, such as Europe/Berlin, or UTC", "^(UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$", 64);

    public static readonly TextKind Pattern = new("a regular expression", "Write at most 500 characters on one line, in single quotes", @"^[^\x00-\x1F\x7F]+$", 500) { Repeatable = false };

    public static readonly SecretNameKind SecretName = new() { Repeatable = false };

    public static readonly EndpointKind Endpoint = new();

    public static readonly DateKind Date = new();

    public static readonly PeriodKind Period = new();

    public static readonly MoneyKind Money = new();

    public static readonly FlagKind Flag = new();

    public static readonly NumberKind Score = new(0, 10);

    public static readonly ChoiceKind<AppEnvironment> Environment = new(
        "an environment", ("sandbox", AppEnvironment.Sandbox), ("staging", AppEnvironment.Staging), ("production", AppEnvironment.Production));

    public static readonly ChoiceKind<DataClass> DataClass = new(
        "a data class",
        ("public", MicroApps.DataClass.Public), ("internal", MicroApps.DataClass.Internal),
        ("confidential", MicroApps.DataClass.Confidential), ("regulated", MicroApps.DataClass.Regulated));

    public static readonly ListKind<string> EntityTypes = new(EntityType);

    private static TextKind Code(string what, string example) =>
        new(what, $"Write letters, digits and any of . _ / - without spaces, such as {example}", "^[A-Za-z0-9][A-Za-z0-9._/-]*$", 64);
}
