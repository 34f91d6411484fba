using System.Buffers.Binary;
using SQLitePCL;

namespace MicroApps.Sqlite;

/// <summary>A prepared statement: bind the parameters in order, step through the rows, dispose to make it ready for the next use.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt statement, string sql) : IDisposable
{
    private const int GuidBytes = 16;
    private const int FewWords = 16;
    private int _bound;

    public SqliteStatement Bind(long value)
    {
        connection.Check(raw.sqlite3_bind_int64(statement, ++_bound, value));
        return this;
    }

    public SqliteStatement Bind(string value)
    {
        // An empty span has no address, which SQLite takes for NULL.
        connection.Check(value.Length == 0
            ? raw.sqlite3_bind_text(statement, ++_bound, value)
            : raw.sqlite3_bind_text16(statement, ++_bound, value));
        return this;
    }

    public SqliteStatement Bind(ReadOnlySpan<byte> value)
    {
        connection.Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(statement, ++_bound, 0)
            : raw.sqlite3_bind_blob(statement, ++_bound, value));
        return this;
    }

    public SqliteStatement Bind(Guid value)
    {
        // Big-endian, so that version 7 ids sort by time.
        Span<byte> bytes = stackalloc byte[GuidBytes];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(bytes);
    }

    /// <summary>Binds the numbers as one blob of big-endian words.</summary>
    public SqliteStatement BindWords(ReadOnlySpan<long> values)
    {
        Span<byte> bytes = values.Length <= FewWords ? stackalloc byte[values.Length * sizeof(long)] : new byte[values.Length * sizeof(long)];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt64BigEndian(bytes[(i * sizeof(long))..], values[i]);
        return Bind(bytes);
    }

    public SqliteStatement Bind(DateTimeOffset value) => Bind(value.UtcTicks);

    public SqliteStatement Bind(QuotaAmount value) => Bind(value.Requests).Bind(value.Tokens).Bind(value.NanoUsd);

    public SqliteStatement Bind(QuotaCharge value) =>
        Bind(value.AppId).Bind(value.OwnerGroup).Bind(value.CostCentre).Bind(value.User).Bind(value.ModelId);

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = connection.Step(sql, statement);
        if (code == raw.SQLITE_ROW)
            return true;
        Dispose();
        return code == raw.SQLITE_DONE ? false : throw connection.Failure(code);
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Run()
    {
        Step();
        Dispose();
    }

    public long Int64(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>The bytes in place: valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public Guid Guid(int column) => new(Blob(column), bigEndian: true);

    public long[] Int64s(int column)
    {
        var bytes = Blob(column);
        var values = new long[bytes.Length / sizeof(long)];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadInt64BigEndian(bytes[(i * sizeof(long))..]);
        return values;
    }

    public DateTimeOffset Time(int column) => new(Int64(column), TimeSpan.Zero);

    public QuotaAmount Amount(int column) => new(Int64(column), Int64(column + 1), Int64(column + 2));

    public QuotaCharge Charge(int column) =>
        new(Text(column), Text(column + 1), Text(column + 2), Text(column + 3), Text(column + 4));

    public void Dispose()
    {
        _bound = 0;
        // The result repeats the last step's error, which was reported then.
        _ = raw.sqlite3_reset(statement);
    }

    public void Close() => statement.Dispose();
}
