using System.Text.Json;

namespace MicroApps;

/// <summary>Reads a price file strictly: an unknown, doubled or missing field is an error with its place.</summary>
internal ref struct PriceFileParser(string fileName, ReadOnlySpan<byte> json)
{
    private const long MaxTokens = 1_000_000_000;
    private PriceFileReader _reader = new(fileName, json);

    public PriceFile Parse()
    {
        DateOnly? date = null;
        Dictionary<string, string> hosts = new(StringComparer.OrdinalIgnoreCase);
        List<ModelPrice>? prices = null;
        _reader.Read();
        var start = _reader.BeginObject("a price file");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_reader.NextProperty(seen) is { } name)
        {
            switch (name)
            {
                case "date": date = _reader.Date(); break;
                case "note": _reader.Text(); break;
                case "hosts": hosts = ParseHosts(); break;
                case "prices": prices = ParsePrices(); break;
                default: throw _reader.Unknown(name, "date, note, hosts, prices");
            }
        }

        _reader.End();
        return new PriceFile(
            date ?? throw _reader.Fail(start, "'date' is missing. Add the day of the price list, as in \"date\": \"2026-01-31\"."),
            prices ?? throw _reader.Fail(start, "'prices' is missing. Add a list of prices."),
            hosts);
    }

    private Dictionary<string, string> ParseHosts()
    {
        var hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        _reader.BeginObject("an object of host names and providers");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (_reader.NextProperty(seen) is { } host)
            hosts[host] = _reader.Name();
        return hosts;
    }

    private List<ModelPrice> ParsePrices()
    {
        var prices = new List<ModelPrice>();
        var keys = new HashSet<(string, string, DateOnly)>();
        _reader.BeginArray("a list of prices");
        while (_reader.NextItem())
        {
            var place = _reader.Position;
            var price = ParsePrice();
            if (!keys.Add((price.Provider, price.Model.ToUpperInvariant(), price.From)))
                throw _reader.Fail(place, $"'{price.Provider}' '{price.Model}' has two prices from {price.From:O}. Remove one.");
            prices.Add(price);
        }

        return prices;
    }

    private ModelPrice ParsePrice()
    {
        var start = _reader.BeginObject("a price");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entry = new Entry();
        var rates = new RateFields();
        while (_reader.NextProperty(seen) is { } name)
        {
            if (!ParseRate(name, ref rates) && !ParseField(name, ref entry))
                throw _reader.Unknown(name, "provider, model, from, input, cachedInput, cacheWrite, output, reasoningOutput, longContext, perRequest, reasoning, contextWindow, maxOutputTokens, imageTokens");
        }

        return new ModelPrice
        {
            Provider = entry.Provider ?? throw _reader.Missing(start, "provider"),
            Model = entry.Model ?? throw _reader.Missing(start, "model"),
            From = entry.From ?? throw _reader.Missing(start, "from"),
            Rates = ToRates(rates, start),
            LongContextRates = entry.LongContext,
            LongContextAbove = entry.LongContext is null ? long.MaxValue : entry.LongContextAbove,
            PerRequest = entry.PerRequest,
            ContextWindow = entry.ContextWindow,
            MaxOutputTokens = entry.MaxOutputTokens,
            ImageTokens = entry.ImageTokens,
            IsReasoning = entry.IsReasoning,
        };
    }

    private bool ParseField(string name, ref Entry entry)
    {
        switch (name)
        {
            case "provider": entry.Provider = _reader.Name(); break;
            case "model": entry.Model = _reader.ModelPattern(); break;
            case "from": entry.From = _reader.Date(); break;
            case "longContext": (entry.LongContextAbove, entry.LongContext) = ParseLongContext(); break;
            case "perRequest": entry.PerRequest = _reader.Money(); break;
            case "reasoning": entry.IsReasoning = _reader.Flag(); break;
            case "contextWindow": entry.ContextWindow = (int)_reader.Count(MaxTokens); break;
            case "maxOutputTokens": entry.MaxOutputTokens = (int)_reader.Count(MaxTokens); break;
            case "imageTokens": entry.ImageTokens = (int)_reader.Count(MaxTokens); break;
            default: return false;
        }

        return true;
    }

    private (long Above, TokenRates Rates) ParseLongContext()
    {
        var start = _reader.BeginObject("the prices of long context");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rates = new RateFields();
        long? above = null;
        while (_reader.NextProperty(seen) is { } name)
        {
            if (name == "above")
                above = _reader.Count(MaxTokens);
            else if (!ParseRate(name, ref rates))
                throw _reader.Unknown(name, "above, input, cachedInput, cacheWrite, output, reasoningOutput");
        }

        return (above ?? throw _reader.Missing(start, "above"), ToRates(rates, start));
    }

    private bool ParseRate(string name, ref RateFields rates)
    {
        switch (name)
        {
            case "input": rates.Input = _reader.Money(); break;
            case "cachedInput": rates.CachedInput = _reader.Money(); break;
            case "cacheWrite": rates.CacheWrite = _reader.Money(); break;
            case "output": rates.Output = _reader.Money(); break;
            case "reasoningOutput": rates.Reasoning = _reader.Money(); break;
            default: return false;
        }

        return true;
    }

    // What has no price of its own costs what the whole it belongs to costs: nothing is free because a field is missing.
    private TokenRates ToRates(in RateFields rates, long start)
    {
        var input = rates.Input ?? throw _reader.Missing(start, "input");
        var output = rates.Output ?? throw _reader.Missing(start, "output");
        return new TokenRates(input, rates.CachedInput ?? input, rates.CacheWrite ?? input, output, rates.Reasoning ?? output);
    }

    private struct RateFields
    {
        public long? Input, CachedInput, CacheWrite, Output, Reasoning;
    }

    private struct Entry
    {
        public string? Provider, Model;
        public DateOnly? From;
        public TokenRates? LongContext;
        public long LongContextAbove, PerRequest;
        public int? ContextWindow, MaxOutputTokens, ImageTokens;
        public bool IsReasoning;
    }
}
