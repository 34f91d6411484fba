using System.CommandLine;
using System.Globalization;
using MicroApps.Ledger;
using MicroApps.Sqlite;

namespace MicroApps.Cli;

/// <summary><c>microapp audit verify</c>: recomputes the audit log from its bytes and says what that proves and what it does not.</summary>
internal sealed class AuditVerifyCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly Option<string> _origin = new("--expect-origin") { Description = "The log's name that an earlier run printed.", HelpName = "NAME" };
    private readonly Option<long?> _size = Checked.Option<long>(
        "--expect-size", "N", "The size that an earlier run printed.", "a whole number from 0", TrySize);
    private readonly Option<Hash256?> _root = Checked.Option<Hash256>(
        "--expect-root", "HASH", "The root that an earlier run printed for that size.", "a SHA-256 hash, 64 hexadecimal digits", TryHash);
    private readonly Option<bool> _json = new("--json") { Description = "The result as one JSON object." };

    public AuditVerifyCommand()
        : base(
            "verify",
            "Recomputes every hash of the audit log from the records, and compares it with an earlier head that you kept elsewhere.",
            "microapp audit verify",
            "microapp audit verify --db backup/microapp.db --json",
            "microapp audit verify --expect-size 1204 --expect-root 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    {
        _store = new StoreOptions(this);
        Add(_origin);
        Add(_size);
        Add(_root);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var expected = ReadExpected(line);
        var store = _store.Open(line, isReadOnly: true);
        await using var closing = store.ConfigureAwait(false);
        var database = store.Database;
        var log = new SqliteAuditStore(database);
        var report = await VerifyAsync(log, expected, cancellationToken).ConfigureAwait(false);
        if (line.GetValue(_json))
            Out(line).WriteLine(report.ToJson());
        else
            report.Write(Out(line));
        return report.Problems.Count == 0 ? ExitCode.Ok : ExitCode.FoundWrong;
    }

    private static async Task<VerifyReport> VerifyAsync(SqliteAuditStore log, ExpectedHead expected, CancellationToken cancellationToken)
    {
        var result = await AuditVerifier.VerifyAsync(log, cancellationToken).ConfigureAwait(false);
        var problems = result.Problems.ToList();
        var origin = "(not readable)";
        (DateTimeOffset, DateTimeOffset)? times = null;
        try
        {
            origin = (await log.ReadHeadAsync(cancellationToken).ConfigureAwait(false)).Origin;
            problems.AddRange(await expected.CompareAsync(log, cancellationToken).ConfigureAwait(false));
            times = await ReadTimesAsync(log, result.Size, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Fault == StoreFault.Damaged && problems.Count > 0)
        {
            // The verifier has reported the damage with its place already.
        }

        return new VerifyReport(origin, result.Size, result.Root, times, expected, problems);
    }

    private static async Task<(DateTimeOffset, DateTimeOffset)?> ReadTimesAsync(SqliteAuditStore log, long size, CancellationToken cancellationToken)
    {
        if (size == 0)
            return null;
        var first = await FirstAsync(log, 0, cancellationToken).ConfigureAwait(false);
        var last = await FirstAsync(log, size - 1, cancellationToken).ConfigureAwait(false);
        return first is null || last is null ? null : (first.Entry.Time, last.Entry.Time);
    }

    private static async Task<AuditRecord?> FirstAsync(SqliteAuditStore log, long index, CancellationToken cancellationToken)
    {
        await foreach (var record in log.ReadAsync(index, cancellationToken).ConfigureAwait(false))
            return record;
        return null;
    }

    private ExpectedHead ReadExpected(ParseResult line) => (line.GetValue(_size), line.GetValue(_root)) switch
    {
        ({ } size, { } root) => new ExpectedHead(line.GetValue(_origin), (size, root)),
        (null, null) => new ExpectedHead(line.GetValue(_origin), null),
        _ => throw new CliException("--expect-size and --expect-root belong together: give both, as an earlier run printed them."),
    };

    private static bool TrySize(string text, out long size) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size);

    // Checkpoints spell hashes in base64.
    private static bool TryHash(string text, out Hash256 hash) => Hash256.TryParse(text, out hash) || Hash256.TryParseBase64(text, out hash);
}
