using System.CommandLine;
using System.Globalization;
using MicroApps.Sqlite;

namespace MicroApps.Cli;

/// <summary><c>microapp audit show</c>: the records of the audit log, as a table or as JSON lines.</summary>
internal sealed class AuditShowCommand : Verb
{
    private const int DefaultRows = 50;

    private readonly StoreOptions _store;
    private readonly Option<Guid?> _call = Checked.Option<Guid>("--call", "ID", "Only the records of this call.", "the id of a call", Guid.TryParse);
    private readonly Option<string> _kind = new("--kind") { Description = "Only records of this kind, such as call.refusal or vault.read.", HelpName = "KIND" };
    private readonly Option<int?> _last = Checked.Option<int>(
        "--last", "N", "Only the last N that match; 0 for all. Default: 50 in a table, all as JSON.", "a whole number from 0", TryCount);
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line: index, leaf hash, and the record exactly as it was hashed." };

    public AuditShowCommand()
        : base(
            "show",
            "Shows the audit log, oldest record first.",
            "microapp audit show --last 20",
            "microapp audit show --kind call.refusal",
            "microapp audit show --db backup/microapp.db --json > audit.jsonl")
    {
        _store = new StoreOptions(this);
        Add(_call);
        Add(_kind);
        Add(_last);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var store = _store.Open(line, isReadOnly: true);
        await using var closing = store.ConfigureAwait(false);
        var database = store.Database;
        var log = new SqliteAuditStore(database);
        var isJson = line.GetValue(_json);
        var filter = new AuditFilter(line.GetValue(_call), line.GetValue(_kind), line.GetValue(_last) ?? (isJson ? 0 : DefaultRows));
        IAuditOutput output = isJson ? new AuditJsonLines(Out(line)) : new AuditTable(Out(line));

        var shown = 0L;
        await foreach (var record in filter.ReadAsync(log, cancellationToken).ConfigureAwait(false))
        {
            output.Add(record);
            shown++;
        }

        output.Close();
        var head = await log.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        Remark(line, shown, head.Size);
        return Judge(line, output.Unreadable);
    }

    private void Remark(ParseResult line, long shown, long size)
    {
        if (shown == 0)
            Error(line).WriteLine(size == 0 ? "The log is empty." : $"None of the log's {Plain.Count(size, "record")} matches.");
        else if (shown == DefaultRows && shown < size && line.GetValue(_last) is null && !line.GetValue(_json))
            Error(line).WriteLine($"The last {DefaultRows} are shown; --last 0 shows all.");
    }

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private static int Judge(ParseResult line, int unreadable)
    {
        if (unreadable == 0)
            return ExitCode.Ok;
        Error(line).WriteLine($"microapp: {Plain.Count(unreadable, "record")} cannot be read as JSON. Run 'microapp audit verify'.");
        return ExitCode.FoundWrong;
    }
}
