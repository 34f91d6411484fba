namespace MicroApps.Tests;

[Trait("Spec", "MAN-1")]
public sealed class ManifestRecordTests
{
    [Fact]
    public void Defaults_of_records_are_the_defaults_of_the_file() => Assert.Equal(Samples.Minimal, ByHand());

    [Fact]
    public void Records_compare_by_value() => Assert.Equal(Samples.Full, Samples.Parse(Samples.FullYaml));

    [Fact]
    public void Records_do_not_follow_the_caller_s_list()
    {
        List<string> regions = ["eu"];
        var manifest = Samples.Minimal with { Residency = regions };
        regions.Add("us");
        Assert.Equal(["eu"], manifest.Residency);
    }

    [Fact]
    public void Text_of_a_manifest_names_no_person() => Assert.Equal("notes 1.0.0", Samples.Minimal.ToString());

    [Fact]
    public void Every_field_of_the_file_reaches_the_record()
    {
        var m = Samples.Full;
        Assert.Equal("CC-1042", m.CostCentre);
        Assert.Equal(new ManifestUsers { Reach = Reach.OrgWide, Expected = 25 }, m.Users);
        Assert.Equal([AppEnvironment.Sandbox, AppEnvironment.Staging, AppEnvironment.Production], m.Environments);
        Assert.Equal(new() { Id = "customer-notes", Class = DataClass.Confidential, Residency = "eu", Description = "What customers told the staff" }, m.Data[0]);
        Assert.Equal(new Period(13, PeriodUnit.Month), m.Retention[AppEnvironment.Production]);
        Assert.Equal(new() { Concurrency = 8, PayloadBytes = 1048576, RequestsPerMinute = 60 }, m.Limits);
        Assert.Equal(new DateOnly(2027, 6, 30), m.Agreements[0].Expires);
        Assert.Equal(new() { Basis = LegalBasisKind.Consent, Consent = "I agree that my notes are summarised.", Reference = "LEG-12" }, m.LegalBasis);
        Assert.Equal(new() { Operational = 3, Integration = IntegrationLevel.External, Sensitivity = 10, ModelTrust = 0 }, m.Impact);
        Assert.Equal(new() { DeleteVectors = false, DeleteCaches = false, Contact = "it@contoso.com" }, m.Decommission);
    }

    [Fact]
    public void Models_are_read_whole() => Assert.Equal(
        new()
        {
            Id = "gpt-4o-mini",
            Version = "2024-07-18",
            Provider = "azure-openai",
            Endpoint = new("https://contoso.openai.azure.com/openai/v1"),
            Deployment = "notes-mini",
            Trust = ModelTrust.Managed,
            Region = "eu-west-1",
            Uses = [ModelUse.Chat, ModelUse.Embeddings],
            KeySecret = "AZURE_OPENAI_KEY",
            MaxOutputTokens = 2000,
        },
        Samples.Full.Models[0]);

    [Fact]
    [Trait("Spec", "QUO-1")]
    public void Money_is_read_without_rounding()
    {
        Assert.Equal(5_250_000_000, Samples.Full.Quotas[0].SpendNanoUsd);
        Assert.Equal(1, Samples.Full.Quotas[1].SpendNanoUsd);
    }

    [Fact]
    [Trait("Spec", "RED-2")]
    public void Redaction_is_read_by_type_and_class()
    {
        var redaction = Samples.Full.Redaction;
        Assert.Equal(RedactionAction.Pseudonymise, redaction.Types["EMAIL_ADDRESS"]);
        Assert.Equal(RedactionAction.Block, redaction.Classes[DataClass.Regulated]["PERSON"]);
        Assert.Equal(ResponseAction.Mask, redaction.Responses["CREDIT_CARD"]);
        Assert.Equal("luhn", Assert.Single(redaction.Custom).Validator);
    }

    [Theory]
    [InlineData("7d", "2027-02-07")]
    [InlineData("2w", "2027-02-14")]
    [InlineData("1mo", "2027-02-28")]
    [InlineData("1y", "2028-01-31")]
    public void Period_follows_the_calendar(string text, string end)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal(text, period.ToString());
        Assert.Equal(DateTimeOffset.Parse(end + "T00:00Z", null), period.After(new(2027, 1, 31, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Period_beyond_the_calendar_ends_at_its_end() => Assert.Equal(DateTimeOffset.MaxValue, new Period(9999, PeriodUnit.Year).After(DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("10000d")]
    [InlineData("1 d")]
    [InlineData("1m")]
    public void Period_in_another_form_is_none(string? text) => Assert.False(Period.TryParse(text, out _));

    internal static Manifest ByHand() => new()
    {
        Id = "notes",
        Name = "Notes",
        Version = "1.0.0",
        Owner = "anna@contoso.com",
        OwnerGroup = "retail",
        Purpose = "Summarises notes.",
        Users = new() { Reach = Reach.Team },
        Environments = [AppEnvironment.Sandbox],
        Data = [],
        Models = [new() { Id = "small", Provider = "sandbox", Trust = ModelTrust.Managed }],
    };
}
