using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Finds a connection string or a URI with its password in a line of a comment or of disabled code.</summary>
internal static class RemarkConnection
{
    private const int MinPassword = 6;

    private static readonly char[] Signs = ['=', '@'];

    /// <summary>The secret of the line; null when there is none.</summary>
    public static ConnectionSecret? Find(string text, int start, int end)
    {
        if (!MayHold(text, start, end))
            return null;
        var (first, last) = Quoted(text, start, end);
        return ConnectionSecrets.Find(text.Substring(first, last - first));
    }

    /// <summary>Whether it is no example: those have a password without a digit, or a server of this machine.</summary>
    public static bool IsReal(ConnectionSecret secret) =>
        !secret.IsLocal && secret.Value.Length >= MinPassword && SecretShapes.HasDigit(secret.Value.AsSpan()) && SecretValues.IsUnlikeAWord(secret.Value) && SecretValues.Is(secret.Value, SecretKind.Password);

    private static bool MayHold(string text, int start, int end)
    {
        var mark = text.IndexOfAny(Signs, start, end - start);
        if (mark < 0)
            return false;
        return text.IndexOf(';', mark, end - mark) >= 0 || text.IndexOf("://", start, end - start, StringComparison.Ordinal) >= 0;
    }

    // The longest literal of the line; all of it when there is none.
    private static (int Start, int End) Quoted(string text, int start, int end)
    {
        var (first, last) = (start, end);
        for (var open = text.IndexOf('"', start, end - start); open >= 0;)
        {
            var close = text.IndexOf('"', open + 1, end - open - 1);
            if (close < 0)
                break;
            if (first == start && last == end || close - open > last - first)
                (first, last) = (open + 1, close);
            open = text.IndexOf('"', close + 1, end - close - 1);
        }

        return (first, last);
    }
}
