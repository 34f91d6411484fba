using System.Collections.Frozen;
using System.Security.Cryptography;

namespace MicroApps;

/// <summary>The price list that spend is counted by: the built-in snapshot of list prices, and what an organisation's own file adds or replaces.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PriceCatalogue
{
    private static readonly Lazy<PriceCatalogue> s_builtIn = new(LoadBuiltIn);
    private readonly FrozenDictionary<string, ProviderPrices> _providers;
    private readonly FrozenDictionary<string, string> _hosts;

    private PriceCatalogue(PriceFile file)
    {
        Date = file.Date;
        Prices = [.. file.Prices.OrderBy(p => p.Provider, StringComparer.Ordinal).ThenBy(p => p.Model, StringComparer.Ordinal).ThenBy(p => p.From)];
        _hosts = file.Hosts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _providers = Prices.GroupBy(p => p.Provider, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => new ProviderPrices(g), StringComparer.OrdinalIgnoreCase);
        Digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(PriceFile.Canonicalize(Date, Prices, file.Hosts)));
    }

    /// <summary>The snapshot that comes with the package.</summary>
    public static PriceCatalogue BuiltIn => s_builtIn.Value;

    /// <summary>The day on which the list was last brought up to date.</summary>
    public DateOnly Date { get; }

    /// <summary>All prices, sorted by provider, model and first day.</summary>
    public IReadOnlyList<ModelPrice> Prices { get; }

    /// <summary>SHA-256 over the canonical JSON (RFC 8785) of the whole list: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>The built-in list with a file of the organisation laid over it.</summary>
    /// <remarks>A model that the file names has the file's prices only; models that it does not name keep the built-in ones.</remarks>
    /// <exception cref="PriceCatalogueException">The file cannot be read or is not a price file.</exception>
    public static PriceCatalogue Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return BuiltIn.With(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PriceCatalogueException(path, 0, 0, "The price file cannot be read. Check its path and rights, or remove it from the options.", e);
        }
    }

    /// <summary>This list with a price file laid over it.</summary>
    /// <param name="fileName">The name for error messages.</param>
    /// <param name="json">The file's content in UTF-8.</param>
    /// <exception cref="PriceCatalogueException">It is not a price file.</exception>
    public PriceCatalogue With(string fileName, ReadOnlySpan<byte> json)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        var file = PriceFile.Parse(fileName, json);
        var replaced = file.Prices.Select(p => (p.Provider, p.Model.ToUpperInvariant())).ToHashSet();
        var hosts = new Dictionary<string, string>(_hosts, StringComparer.OrdinalIgnoreCase);
        foreach (var (host, provider) in file.Hosts)
            hosts[host] = provider;
        return new PriceCatalogue(new PriceFile(
            file.Date > Date ? file.Date : Date,
            [.. file.Prices, .. Prices.Where(p => !replaced.Contains((p.Provider, p.Model.ToUpperInvariant())))],
            hosts));
    }

    /// <summary>The price of a model on a day, or null when none is known: such a model must not be called as if it were free.</summary>
    /// <remarks>
    /// The exact id wins; then the id without the date of its version (<c>gpt-4o-mini-2024-07-18</c>, <c>claude-haiku-4-5-20251001</c>,
    /// <c>claude-sonnet-4@20250514</c>); then the longest entry that ends with <c>*</c>.
    /// </remarks>
    public ModelPrice? Find(string provider, string modelId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(modelId);
        return _providers.TryGetValue(provider, out var prices) ? prices.Find(modelId, DateOnly.FromDateTime(at.UtcDateTime)) : null;
    }

    /// <summary>The price of a declared model: by the provider's name for it and its version, then by its own id.</summary>
    internal ModelPrice? Find(ManifestModel model, DateTimeOffset at)
    {
        var provider = ProviderOf(model);
        ReadOnlySpan<string?> names = [model.Deployment, model.Id];
        foreach (var name in names)
        {
            if (name is null)
                continue;
            if (model.Version is { } version && Find(provider, $"{name}-{version}", at) is { } dated)
                return dated;
            if (Find(provider, name, at) is { } price)
                return price;
        }

        return null;
    }

    // A compatible server at the address of a provider that the list knows has that provider's prices.
    private string ProviderOf(ManifestModel model) =>
        model is { Provider: "openai-compatible", Endpoint: { } endpoint } && _hosts.TryGetValue(endpoint.Host, out var provider) ? provider : model.Provider;

    private static PriceCatalogue LoadBuiltIn()
    {
        using var stream = typeof(PriceCatalogue).Assembly.GetManifestResourceStream("MicroApps.prices.json")!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return new PriceCatalogue(PriceFile.Parse("prices.json", json));
    }
}
