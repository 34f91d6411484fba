using System.CommandLine;
using System.Globalization;
using MicroApps.Sqlite;

namespace MicroApps.Cli;

/// <summary><c>microapp usage</c>: settled use for chargeback.</summary>
internal sealed class UsageCommand : Verb
{
    private static readonly Dictionary<string, Func<QuotaCharge, string>> Keys = new(StringComparer.Ordinal)
    {
        ["app"] = c => c.AppId,
        ["owner"] = c => c.OwnerGroup,
        ["cost-centre"] = c => c.CostCentre,
        ["user"] = c => c.User,
        ["model"] = c => c.ModelId,
    };

    private readonly TimeProvider _time;
    private readonly StoreOptions _store;
    private readonly Option<DateOnly?> _from = Day("--from", "The first day (UTC). Default: the first of this month.");
    private readonly Option<DateOnly?> _to = Day("--to", "The last day (UTC), inclusive. Default: today.");
    private readonly Option<string> _by = new("--by") { Description = "What each line sums up.", DefaultValueFactory = _ => "app" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line; money in nano-dollars (10⁻⁹ USD)." };

    public UsageCommand(TimeProvider time)
        : base(
            "usage",
            "Sums up requests, tokens and money that were spent, for chargeback.",
            "microapp usage",
            "microapp usage --from 2026-01-01 --to 2026-03-31 --by cost-centre",
            "microapp usage --by user --json")
    {
        _time = time;
        _store = new StoreOptions(this);
        _by.AcceptOnlyFromAmong([.. Keys.Keys]);
        Add(_from);
        Add(_to);
        Add(_by);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        var to = line.GetValue(_to) ?? today;
        var from = line.GetValue(_from) ?? new DateOnly(to.Year, to.Month, 1);
        if (from > to)
            throw new CliException($"--from {Text(from)} lies after --to {Text(to)}.");

        var store = _store.Open(line, isReadOnly: true);
        await using var closing = store.ConfigureAwait(false);
        var database = store.Database;
        var usage = await new SqliteQuotaStore(database).ReadUsageAsync(from, to, cancellationToken).ConfigureAwait(false);
        var by = line.GetRequiredValue(_by);
        var lines = usage.GroupBy(u => Keys[by](u.Charge), StringComparer.Ordinal)
            .Select(g => (Key: g.Key, Spent: g.Aggregate(default(QuotaAmount), (sum, u) => sum + u.Spent)))
            .OrderByDescending(l => l.Spent.NanoUsd).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
        if (line.GetValue(_json))
            WriteJson(Out(line), by, lines);
        else if (lines.Count > 0)
            WriteTable(Out(line), by, lines);
        Error(line).WriteLine($"{(lines.Count == 0 ? "Nothing was spent" : "Settled use")} from {Text(from)} to {Text(to)} (UTC).");
        return ExitCode.Ok;
    }

    private static void WriteTable(TextWriter output, string by, List<(string Key, QuotaAmount Spent)> lines)
    {
        var table = new TextTable(by.ToUpperInvariant(), ">REQUESTS", ">TOKENS", ">COST");
        foreach (var (key, spent) in lines)
            AddLine(table, key.Length == 0 ? "(none)" : key, spent);
        if (lines.Count > 1)
            AddLine(table, "total", lines.Aggregate(default(QuotaAmount), (sum, l) => sum + l.Spent));
        table.Write(output);
    }

    private static void AddLine(TextTable table, string key, QuotaAmount spent) =>
        table.Add(key, Plain.Number(spent.Requests), Plain.Number(spent.Tokens), Money.Format(spent.NanoUsd));

    private static void WriteJson(TextWriter output, string by, List<(string Key, QuotaAmount Spent)> lines)
    {
        foreach (var (key, spent) in lines)
        {
            output.WriteLine(JsonText.Write(json =>
            {
                json.WriteString(by.Replace('-', '_'), key);
                json.WriteNumber("requests", spent.Requests);
                json.WriteNumber("tokens", spent.Tokens);
                json.WriteNumber("nano_usd", spent.NanoUsd);
            }));
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Option<DateOnly?> Day(string name, string description) =>
        Checked.Option<DateOnly>(name, "YYYY-MM-DD", description, "a day as in 2026-01-31", TryDay);

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
