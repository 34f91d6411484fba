using System.Text.Json.Nodes;
using MicroApps.Ledger;

namespace MicroApps;

/// <summary>A price file: its date, its prices, and which host belongs to which provider.</summary>
/// <remarks>In the file money is in US dollars (per million tokens, or per request) with at most nine decimals, so nothing is rounded.</remarks>
internal sealed record PriceFile(DateOnly Date, IReadOnlyList<ModelPrice> Prices, IReadOnlyDictionary<string, string> Hosts)
{
    public static PriceFile Parse(string fileName, ReadOnlySpan<byte> json) => new PriceFileParser(fileName, json).Parse();

    /// <summary>The canonical bytes of a list; money in nano-dollars.</summary>
    public static byte[] Canonicalize(DateOnly date, IReadOnlyList<ModelPrice> prices, IReadOnlyDictionary<string, string> hosts)
    {
        var root = new JsonObject
        {
            ["date"] = Text(date),
            ["hosts"] = new JsonObject(hosts.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value))),
            ["prices"] = new JsonArray([.. prices.Select(ToJson)]),
        };
        return CanonicalJson.Canonicalize(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()));
    }

    private static JsonObject ToJson(ModelPrice price) => new()
    {
        ["provider"] = price.Provider,
        ["model"] = price.Model,
        ["from"] = Text(price.From),
        ["rates"] = ToJson(price.Rates),
        ["longContextAbove"] = price.LongContextRates is null ? null : price.LongContextAbove,
        ["longContextRates"] = price.LongContextRates is { } rates ? ToJson(rates) : null,
        ["perRequest"] = price.PerRequest,
        ["contextWindow"] = price.ContextWindow,
        ["maxOutputTokens"] = price.MaxOutputTokens,
        ["imageTokens"] = price.ImageTokens,
        ["reasoning"] = price.IsReasoning,
    };

    private static JsonArray ToJson(TokenRates rates) => [rates.Input, rates.CachedInput, rates.CacheWrite, rates.Output, rates.Reasoning];

    private static string Text(DateOnly date) => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
