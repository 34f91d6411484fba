namespace MicroApps.Analyzers;

/// <summary>One <c>name=value</c> of a connection string.</summary>
/// <param name="Name">The name as it is written.</param>
/// <param name="Key">The name without spaces and underscores; empty where no sign of equality stands.</param>
/// <param name="Value">The value without quotes.</param>
/// <param name="Next">Where the next one begins.</param>
internal readonly record struct PairText(string Name, string Key, string Value, int Next)
{
    public static PairText At(string text, int start, char separator)
    {
        var end = text.IndexOf(separator, start);
        var equal = text.IndexOf('=', start);
        // A quoted value may hold the separator.
        if (equal >= 0 && (end < 0 || equal < end) && equal + 1 < text.Length && text[equal + 1] is '\'' or '"' && text.IndexOf(text[equal + 1], equal + 2) is var close && close > 0)
            end = text.IndexOf(separator, close);
        end = end < 0 ? text.Length : end;
        if (equal < 0 || equal >= end)
            return new("", "", text.Substring(start, end - start).Trim(), end + 1);
        var name = text.Substring(start, equal - start).Trim();
        return new(name, name.Replace(" ", "").Replace("_", ""), text.Substring(equal + 1, end - equal - 1).Trim().Trim('\'', '"'), end + 1);
    }
}
