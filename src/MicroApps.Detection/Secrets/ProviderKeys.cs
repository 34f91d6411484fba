using System.Globalization;

namespace MicroApps.Detection;

/// <summary>Keys that only their shape and the provider's name before them tell: a row for each provider.</summary>
internal static partial class ProviderKeys
{
    private readonly record struct Shape(CharSet? Alphabet, int Shortest, int Longest);

    private const int UuidLength = 36;

    private static readonly ProviderKey[] Rows =
    [
        new("datadog", "Datadog", "h32", "h40"),
        new("etsy", "Etsy", "l24"),
        new("sonar", "Sonar", "h40"),
        new("sourcegraph", "Sourcegraph", "h40"),
        new("cloudsmith", "Cloudsmith", "h40"),
        new("wandb", "Weights & Biases", "h40"),
        new("asana", "Asana", "d16", "a32-34"),
        new("atlassian", "Atlassian", "a24"),
        new("jira", "Atlassian", "a24"),
        new("confluence", "Atlassian", "a24"),
        new("adobe", "Adobe", "h32"),
        new("algolia", "Algolia", "h32"),
        new("amplitude", "Amplitude", "h32"),
        new("auth0", "Auth0", "u64"),
        new("bitly", "Bitly", "h40"),
        new("box_", "Box", "a32"),
        new("circleci", "CircleCI", "h40"),
        new("cloudflare", "Cloudflare", "u40", "h37"),
        new("codacy", "Codacy", "h32", "l20"),
        new("codecov", "Codecov", "uuid", "h32"),
        new("codeclimate", "Code Climate", "h64"),
        new("cc_test_reporter", "Code Climate", "h64"),
        new("coinbase", "Coinbase", "u64", "a16"),
        new("confluent", "Confluent", "b64", "a16"),
        new("coveralls", "Coveralls", "a32-37"),
        new("deepgram", "Deepgram", "h40"),
        new("digitalocean", "DigitalOcean", "h64"),
        new("discord", "Discord", "h64", "a32"),
        new("disqus", "Disqus", "a64"),
        new("drone", "Drone", "a32"),
        new("etherscan", "Etherscan", "U34"),
        new("fastly", "Fastly", "u32"),
        new("finicity", "Finicity", "h32", "a20"),
        new("flickr", "Flickr", "h32"),
        new("foursquare", "Foursquare", "U48"),
        new("gitter", "Gitter", "h40"),
        new("heroku", "Heroku", "uuid"),
        new("hunter", "Hunter", "h40"),
        new("infura", "Infura", "h32"),
        new("alchemy", "Alchemy", "u32"),
        new("ipinfo", "IPinfo", "h14"),
        new("ipstack", "ipstack", "h32"),
        new("ipapi", "ipapi", "a32"),
        new("jenkins", "Jenkins", "h32", "h34"),
        new("jumpcloud", "JumpCloud", "h40"),
        new("kraken", "Kraken", "b56", "b88"),
        new("kucoin", "KuCoin", "uuid", "h24"),
        new("launchdarkly", "LaunchDarkly", "u40", "uuid"),
        new("linode", "Linode", "h64"),
        new("linkedin", "LinkedIn", "a14-16"),
        new("logdna", "LogDNA", "h32"),
        new("loggly", "Loggly", "uuid"),
        new("lokalise", "Lokalise", "h40"),
        new("mailgun", "Mailgun", "h32"),
        new("mailjet", "Mailjet", "a32"),
        new("mapquest", "MapQuest", "a32"),
        new("maxmind", "MaxMind", "a16"),
        new("messagebird", "MessageBird", "a25"),
        new("meraki", "Cisco Meraki", "h40"),
        new("mixpanel", "Mixpanel", "h32"),
        new("mattermost", "Mattermost", "l26"),
        new("netlify", "Netlify", "u40-46"),
        new("ngrok", "ngrok", "a36-49"),
        new("nytimes", "New York Times", "u32"),
        new("opsgenie", "Opsgenie", "uuid"),
        new("openweather", "OpenWeather", "l32"),
        new("owm", "OpenWeather", "l32"),
        new("pagerduty", "PagerDuty", "u20"),
        new("pipedrive", "Pipedrive", "h40"),
        new("postmark", "Postmark", "uuid"),
        new("pusher", "Pusher", "h20"),
        new("rapidapi", "RapidAPI", "a50"),
        new("rollbar", "Rollbar", "h32"),
        new("sendbird", "Sendbird", "h40"),
        new("sentry", "Sentry", "h64", "h32"),
        new("serpapi", "SerpApi", "h64"),
        new("serper", "Serper", "h40"),
        new("shodan", "Shodan", "a32"),
        new("snyk", "Snyk", "uuid"),
        new("spotify", "Spotify", "h32"),
        new("splunk", "Splunk", "uuid"),
        new("squarespace", "Squarespace", "uuid"),
        new("storyblok", "Storyblok", "a22-24"),
        new("todoist", "Todoist", "h40"),
        new("toggl", "Toggl", "h32"),
        new("travis", "Travis CI", "a22"),
        new("trello", "Trello", "h32"),
        new("twitch", "Twitch", "l30"),
        new("twitter", "X", "a25", "a45", "a50"),
        new("typeform", "Typeform", "a44"),
        new("unsplash", "Unsplash", "u43"),
        new("vercel", "Vercel", "a24"),
        new("virustotal", "VirusTotal", "h64"),
        new("vultr", "Vultr", "U36"),
        new("weatherstack", "weatherstack", "h32"),
        new("mediastack", "mediastack", "l32"),
        new("wakatime", "WakaTime", "uuid"),
        new("yelp", "Yelp", "u128"),
        new("zendesk", "Zendesk", "a40"),
        new("cohere", "Cohere", "a40"),
        new("mistral", "Mistral AI", "a32"),
        new("ai21", "AI21 Labs", "a32"),
        new("assemblyai", "AssemblyAI", "h32"),
        new("azure", "Microsoft Azure", "h32", "l52"),
        new("ocp-apim", "Microsoft Azure", "h32"),
        new("ado_pat", "Microsoft Azure DevOps", "l52"),
        new("deepl", "DeepL", "uuid"),
        new("huggingface", "Hugging Face", "a34"),
        new("elevenlabs", "ElevenLabs", "h32"),
        new("together", "Together AI", "h64"),
        new("replicate", "Replicate", "h40"),
        new("leonardo", "Leonardo AI", "uuid"),
        new("okta", "Okta", "u42"),
        new("bitbucket", "Bitbucket", "a32", "b44"),
        new("dropbox", "Dropbox", "l15"),
        new("facebook", "Meta", "h32"),
        new("fastspring", "FastSpring", "u22"),
        new("freshdesk", "Freshdesk", "a20"),
        new("frontapp", "Front", "a64"),
        new("hubspot", "HubSpot", "uuid"),
        new("intercom", "Intercom", "a60"),
        new("klaviyo", "Klaviyo", "h34"),
        new("mailchimp", "Mailchimp", "h32"),
        new("monday", "monday.com", "u32"),
        new("plaid", "Plaid", "h30", "h24"),
        new("recaptcha", "Google reCAPTCHA", "u40"),
        new("sumologic", "Sumo Logic", "a14", "a64"),
        new("sumo", "Sumo Logic", "a14", "a64"),
        new("teamcity", "TeamCity", "u24-64"),
        new("tiingo", "Tiingo", "h40"),
        new("uptimerobot", "UptimeRobot", "u32-35"),
        new("vimeo", "Vimeo", "h32"),
        new("webflow", "Webflow", "h64"),
        new("zeplin", "Zeplin", "h64"),
        new("buddyns", "BuddyNS", "h40"),
        new("shortcut", "Shortcut", "uuid"),
        new("clubhouse", "Shortcut", "uuid"),
        new("clearbit", "Clearbit", "u35"),
        new("coinmarketcap", "CoinMarketCap", "uuid"),
        new("abuseipdb", "AbuseIPDB", "h80"),
        new("hibp", "Have I Been Pwned", "h32"),
        new("tomtom", "TomTom", "a32"),
        new("geocodio", "Geocodio", "h39"),
        new("positionstack", "positionstack", "h32"),
        new("currencylayer", "currencylayer", "h32"),
        new("fixer", "Fixer", "h32", "a32"),
        new("newsapi", "News API", "h32"),
        new("finnhub", "Finnhub", "l20"),
        new("polygon", "Polygon", "u32"),
        new("binance", "Binance", "a64"),
        new("bybit", "Bybit", "a18", "a36"),
        new("moralis", "Moralis", "a64"),
    ];

    public static IReadOnlyList<ProviderKey> All { get; } =
    [
        .. Rows.Concat(Alike.SelectMany(a => a.Words.Split(' ').Select(w => new ProviderKey(w, w, a.Shape))))
            .GroupBy(r => r.Word).Select(g => new ProviderKey(g.Key, g.First().Provider, [.. g.SelectMany(r => r.Shapes).Distinct()])),
    ];

    private const int Start = 3;

    // By the first three characters: most words of a text begin no provider's name.
    private static readonly Dictionary<int, (string Word, Shape[] Shapes)[]> ByStart =
        All.Select(r => (r.Word, r.Shapes.Select(Parse).ToArray())).GroupBy(r => StartOf(r.Word.AsSpan())).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly Shape[][] ByLength = [.. Enumerable.Range(0, Longest + 1).Select(n => All.SelectMany(r => r.Shapes.Select(Parse)).Where(s => n >= s.Shortest && n <= s.Longest).Select(s => s with { Shortest = n, Longest = n }).Distinct().ToArray())];

    private static int Longest => All.SelectMany(r => r.Shapes.Select(Parse)).Max(s => s.Longest);

    /// <summary>Whether a provider is named.</summary>
    public static bool IsNear(ReadOnlySpan<char> before)
    {
        for (var i = 0; i + Start <= before.Length; i++)
            if (BeginsWord(before, i) && ByStart.TryGetValue(StartOf(before[i..]), out var rows))
                foreach (var (word, _) in rows)
                    if (before[i..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                        return true;
        return false;
    }

    /// <summary>Where the provider's name begins and ends, before a key, whose keys have the shape of <paramref name="value"/>; zeros for nowhere.</summary>
    public static (int Start, int End) Find(ReadOnlySpan<char> before, ReadOnlySpan<char> value)
    {
        if (!MayBeKey(value))
            return default;
        for (var i = 0; i + Start <= before.Length; i++)
            if (BeginsWord(before, i) && ByStart.TryGetValue(StartOf(before[i..]), out var rows) && LengthOfName(rows, before[i..], value) is var length and > 0)
                return (i, i + length);
        return default;
    }

    private static bool MayBeKey(ReadOnlySpan<char> value)
    {
        if (value.Length >= ByLength.Length)
            return false;
        foreach (var shape in ByLength[value.Length])
            if (Fits(shape, value))
                return true;
        return false;
    }

    private static bool BeginsWord(ReadOnlySpan<char> text, int i) => i == 0 || (!char.IsAsciiLetter(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i]));

    private static int StartOf(ReadOnlySpan<char> word) => ((word[0] | 0x20) << 16) | ((word[1] | 0x20) << 8) | (word[2] | 0x20);

    private static int LengthOfName((string Word, Shape[] Shapes)[] rows, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        foreach (var (word, shapes) in rows)
        {
            if (!name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var shape in shapes)
                if (value.Length >= shape.Shortest && value.Length <= shape.Longest && Fits(shape, value))
                    return word.Length;
        }

        return 0;
    }

    private static bool Fits(Shape shape, ReadOnlySpan<char> value) => shape.Alphabet is { } alphabet ? alphabet.RunLength(value) == value.Length : IsUuid(value);

    private static bool IsUuid(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
            if (i is 8 or 13 or 18 or 23 ? value[i] != '-' : !CharSet.AsciiWord.Contains(value[i]))
                return false;
        return true;
    }

    private static Shape Parse(string shape)
    {
        if (shape == "uuid")
            return new(null, UuidLength, UuidLength);
        var range = shape[1..].Split('-');
        return new(KeyPattern.Alphabet(shape[0]), int.Parse(range[0], CultureInfo.InvariantCulture), int.Parse(range[^1], CultureInfo.InvariantCulture));
    }
}
