using System.Text;

namespace MicroApps.Tests;

[Trait("Spec", "QUO-3")]
public class PriceCatalogueTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void BuiltIn_covers_the_known_providers() => Assert.Superset(
        new HashSet<string> { "anthropic", "azure-openai", "cohere", "deepseek", "fireworks", "google", "groq", "mistral", "openai", "sandbox", "together", "xai" },
        PriceCatalogue.BuiltIn.Prices.Select(p => p.Provider).ToHashSet());

    [Fact]
    public void BuiltIn_entries_are_sane() => Assert.All(PriceCatalogue.BuiltIn.Prices, p =>
    {
        Assert.True(p.Provider == "sandbox" || p.Rates.Input > 0, p.Model);
        Assert.True(p.Rates.CachedInput <= p.Rates.Input && p.Rates.CacheWrite >= p.Rates.Input, p.Model);
        Assert.InRange(p.Rates.HighestOutput, 0, 1_000 * Money.NanoPerUsd);
        Assert.True(p.LongContextRates is null || (p.LongContextAbove < p.ContextWindow && p.LongContextRates.Input > p.Rates.Input), p.Model);
        Assert.True(p.MaxOutputTokens is null || p.MaxOutputTokens <= p.ContextWindow, p.Model);
    });

    [Fact]
    public void BuiltIn_is_sorted_without_duplicates()
    {
        var keys = PriceCatalogue.BuiltIn.Prices.Select(p => $"{p.Provider} {p.Model} {p.From:O}").ToList();
        Assert.Equal(keys.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal), keys);
    }

    [Theory]
    [InlineData("openai", "gpt-4o-mini", 150_000_000)]
    [InlineData("openai", "gpt-4o-mini-2024-07-18", 150_000_000)] // a dated version
    [InlineData("openai", "GPT-4o-Mini", 150_000_000)]
    [InlineData("OpenAI", "gpt-4o", 2_500_000_000)]
    [InlineData("openai", "gpt-4o-2024-05-13", 5_000_000_000)] // a dated version with its own price
    [InlineData("anthropic", "claude-haiku-4-5-20251001", 1_000_000_000)]
    [InlineData("anthropic", "claude-sonnet-4@20250514", 3_000_000_000)]
    [InlineData("google", "gemini-2.0-flash-001", 100_000_000)] // by prefix
    [InlineData("google", "gemini-2.0-flash-lite-001", 75_000_000)] // by the longer prefix
    [InlineData("sandbox", "anything", 0)]
    public void Find_known_model_gives_its_price(string provider, string model, long input) =>
        Assert.Equal(input, PriceCatalogue.BuiltIn.Find(provider, model, s_now)?.Rates.Input);

    [Theory]
    [InlineData("openai", "gpt-4o-mini-audio-preview")] // another model, though it begins alike
    [InlineData("openai", "gpt-4o-mini-2024-13-45")] // not a date
    [InlineData("openai", "gpt-4o-mini-")]
    [InlineData("openai", "")]
    [InlineData("nobody", "gpt-4o-mini")]
    public void Find_unknown_model_gives_nothing(string provider, string model) => Assert.Null(PriceCatalogue.BuiltIn.Find(provider, model, s_now));

    [Theory]
    [InlineData("2025-06-09T23:59:59Z", 10)]
    [InlineData("2025-06-10T00:00:00Z", 2)]
    [InlineData("2025-06-10T01:00:00+02:00", 10)] // still the day before in UTC
    [InlineData("2026-11-23T12:00:00Z", 2)]
    public void Find_takes_the_price_of_the_day(string at, long usd) =>
        Assert.Equal(usd * Money.NanoPerUsd, PriceCatalogue.BuiltIn.Find("openai", "o3", DateTimeOffset.Parse(at, null))!.Rates.Input);

    [Fact]
    public void Find_before_the_first_price_gives_nothing() =>
        Assert.Null(PriceCatalogue.BuiltIn.Find("openai", "gpt-4o", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("gpt-4o", "2024-05-13", null, 5_000_000_000)] // the assessed version decides
    [InlineData("gpt-4o", "2024-08-06", null, 2_500_000_000)]
    [InlineData("house-model", null, "gpt-4o-mini", 150_000_000)] // the deployment's name
    [InlineData("gpt-4o-mini", null, "prod-1", 150_000_000)] // a deployment that says nothing: the declared id
    public void Find_declared_model_uses_its_deployment_version_and_id(string id, string? version, string? deployment, long input)
    {
        var model = new ManifestModel { Id = id, Version = version, Deployment = deployment, Provider = "azure-openai", Trust = ModelTrust.Managed };
        Assert.Equal(input, PriceCatalogue.BuiltIn.Find(model, s_now)?.Rates.Input);
    }

    [Theory]
    [InlineData("https://api.groq.com/openai/v1", 590_000_000L)]
    [InlineData("http://localhost:11434/v1", null)]
    public void Find_compatible_server_is_priced_by_its_host(string endpoint, long? input)
    {
        var model = new ManifestModel { Id = "llama-3.3-70b-versatile", Provider = "openai-compatible", Endpoint = new(endpoint), Trust = ModelTrust.Public };
        Assert.Equal(input, PriceCatalogue.BuiltIn.Find(model, s_now)?.Rates.Input);
    }

    [Fact]
    public void With_file_replaces_all_prices_of_its_models_and_adds_others()
    {
        var catalogue = With("""{ "provider": "openai", "model": "O3", "from": "2026-01-01", "input": 1, "output": 4 }, { "provider": "house", "model": "*", "from": "2026-01-01", "input": 0, "output": 0 }""");
        Assert.Equal(Money.NanoPerUsd, catalogue.Find("openai", "o3", s_now)!.Rates.Input);
        Assert.Null(catalogue.Find("openai", "o3", new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.NotNull(catalogue.Find("house", "whatever", s_now));
        Assert.NotNull(catalogue.Find("openai", "gpt-4o", s_now));
    }

    [Fact]
    public void Digest_changes_with_a_price_and_not_with_the_form_of_the_file()
    {
        const string entry = """{ "provider": "house", "model": "m", "from": "2026-01-01", "input": 1, "output": 4 }""";
        Assert.Matches("^sha256:[0-9a-f]{64}$", With(entry).Digest);
        Assert.Equal(With(entry).Digest, With("""{"output":4.0,"input":1.00,"from":"2026-01-01","model":"m","provider":"house"}""").Digest);
        Assert.NotEqual(With(entry).Digest, With(entry.Replace("4", "4.000000001")).Digest);
        Assert.NotEqual(With(entry).Digest, PriceCatalogue.BuiltIn.Digest);
    }

    [Fact]
    public void Missing_parts_cost_what_their_whole_costs()
    {
        var price = With("""{ "provider": "house", "model": "m", "from": "2026-01-01", "input": 1.5, "output": 4 }""").Find("house", "m", s_now)!;
        Assert.Equal(new TokenRates(1_500_000_000, 1_500_000_000, 1_500_000_000, 4_000_000_000, 4_000_000_000), price.Rates);
    }

    [Theory]
    [InlineData("""{""", 1, 2)]
    [InlineData("""[]""", 1, 1)]
    [InlineData("""{ "prices": [] }""", 1, 1)] // no date
    [InlineData("""{ "date": "2026-01-01" }""", 1, 1)] // no prices
    [InlineData("""{ "date": "23.11.2026", "prices": [] }""", 1, 11)]
    [InlineData("""{ "date": "2026-01-01", "prices": [], "extra": 1 }""", 1, 39)]
    [InlineData("""{ "date": "2026-01-01", "prices": [] } {}""", 1, 40)]
    [InlineData("{ \"date\": \"2026-01-01\",\n  \"prices\": [\n    7 ] }", 3, 5)]
    public void With_broken_file_names_the_place(string json, int line, int column)
    {
        var e = Assert.Throws<PriceCatalogueException>(() => PriceCatalogue.BuiltIn.With("prices.json", Encoding.UTF8.GetBytes(json)));
        Assert.Equal(("prices.json", line, column), (e.File, e.Line, e.Column));
        Assert.StartsWith($"prices.json:{line}:{column}: ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "model": "m", "from": "2026-01-01", "input": 1, "output": 1 }""", "provider")]
    [InlineData("""{ "provider": "p", "from": "2026-01-01", "input": 1, "output": 1 }""", "model")]
    [InlineData("""{ "provider": "p", "model": "m", "input": 1, "output": 1 }""", "from")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "output": 1 }""", "input")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1 }""", "output")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": -1, "output": 1 }""", "US dollars")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": "1", "output": 1 }""", "number")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 0.0000000001, "output": 1 }""", "nine decimals")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1e99, "output": 1 }""", "US dollars")]
    [InlineData("""{ "provider": "P p", "model": "m", "from": "2026-01-01", "input": 1, "output": 1 }""", "lower-case")]
    [InlineData("""{ "provider": "p", "model": "a*b", "from": "2026-01-01", "input": 1, "output": 1 }""", "'*'")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1, "input": 2, "output": 1 }""", "twice")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1, "output": 1, "cached_input": 1 }""", "cachedInput")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1, "output": 1, "contextWindow": 0 }""", "whole number")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1, "output": 1, "reasoning": "yes" }""", "true or false")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1, "output": 1, "longContext": { "input": 2, "output": 2 } }""", "above")]
    [InlineData("""{ "provider": "p", "model": "m", "from": "2026-01-01", "input": 1, "output": 1 }, { "provider": "p", "model": "M", "from": "2026-01-01", "input": 2, "output": 2 }""", "two prices")]
    public void With_faulty_price_says_what_is_wrong(string entry, string mention) =>
        Assert.Contains(mention, Assert.Throws<PriceCatalogueException>(() => With(entry)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_missing_file_says_so() =>
        Assert.Contains("cannot be read", Assert.Throws<PriceCatalogueException>(() => PriceCatalogue.Load("no/such/file.json")).Message, StringComparison.Ordinal);

    private static PriceCatalogue With(string entries) =>
        PriceCatalogue.BuiltIn.With("prices.json", Encoding.UTF8.GetBytes($$"""{ "date": "2026-01-01", "prices": [ {{entries}} ] }"""));
}
