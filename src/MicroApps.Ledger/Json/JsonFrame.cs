using System.Text;

namespace MicroApps.Ledger;

/// <summary>An object or array that is being written.</summary>
internal struct JsonFrame
{
    /// <summary>An object, else an array.</summary>
    internal bool IsObject;

    /// <summary>The latest property name of an object.</summary>
    internal string? Name;

    /// <summary>The number of values begun.</summary>
    internal int Count;

    /// <summary>The JSON path of the latest value, outermost frame first.</summary>
    internal static string Path(ReadOnlySpan<JsonFrame> frames)
    {
        var path = new StringBuilder("$");
        foreach (ref readonly var frame in frames)
        {
            if (!frame.IsObject)
                path.Append('[').Append(Math.Max(frame.Count - 1, 0)).Append(']');
            else if (frame.Name is { } name)
                path.Append('.').Append(IsPlain(name) ? name : "*");
        }
        return path.ToString();
    }

    // Anything else, an e-mail address for one, may be personal data, which has no place in a message.
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 64 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
