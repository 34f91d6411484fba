namespace MicroApps.Sqlite;

/// <summary>One statement's text. Its number finds the prepared statement of a connection without hashing the text.</summary>
internal sealed class Sql(string text)
{
    private static int s_count;

    public int Number { get; } = Interlocked.Increment(ref s_count) - 1;

    public string Text { get; } = text;
}
