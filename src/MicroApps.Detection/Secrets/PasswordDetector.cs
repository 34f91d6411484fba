using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Finds passwords by their name: <c>Password=…;</c>, <c>password: "…"</c>, <c>"pwd": "…"</c>, <c>&lt;password&gt;…&lt;</c>, <c>--password …</c>.</summary>
internal sealed class PasswordDetector() : Detector(EntityTypes.Password, Anchor.Literals(Spellings), MaxValue, MaxLead)
{
    private const int MaxValue = 128, MaxLead = 48, MinValue = 5;

    private static readonly SearchValues<string> Harmless = SearchValues.Create(
        ["password", "passwd", "string", "null", "none", "true", "false", "required", "changeme", "change_me", "hidden", "text", "varchar", "undefined", "empty", "example", "placeholder", "redacted", "default", "secret", "process.env", "environ", "getenv", "config", "options", "vault", "xxxx", "****", "...", "your"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly CharSet Expression = new("(){}[]<> ");

    private static string[] Spellings { get; } =
        ["password", "Password", "PASSWORD", "passwd", "Passwd", "PASSWD", "pwd", "Pwd", "PWD", "passphrase", "Passphrase", "PASSPHRASE"];

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        text.Hold(anchor);
        var i = anchor;
        while (char.IsAsciiLetter(text[i]))
            i++;
        var (start, quote, isAssigned) = SkipConnection(ref text, i, anchor + MaxLead);
        if (start < 0)
            return null;
        text.Hold(start);
        var end = EndOf(ref text, start, quote);
        if (end - start < MinValue || end - start > MaxValue || (quote != '\0' && text[end] != quote))
            return null;
        var value = text.Slice(start, end - start);
        var isPart = quote == '\0' && (text[end] == ';' || text[anchor - 1] == ';');
        return IsPassword(value, quote != '\0' && isAssigned, isPart) ? Found(start, end, 0.7) : null;
    }

    private static (int Start, char Quote, bool IsAssigned) SkipConnection(ref TextWindow text, int i, int limit)
    {
        if (text[i] is '"' or '\'' or ']')
            i++;
        if (text[i] == ']')
            i++;
        while (text[i] == ' ' && i < limit)
            i++;
        var isAssigned = text[i] is '=' or ':' or '>';
        if (!isAssigned && text[i - 1] != ' ')
            return (-1, '\0', false);
        while (text[i] is '=' or ':' or '>' && i < limit)
            i++;
        while (text[i] is ' ' or '@' or '\t' && i < limit)
            i++;
        if (i >= limit)
            return (-1, '\0', false);
        var quote = text[i] is '"' or '\'' or '`' ? text[i] : '\0';
        return isAssigned ? (quote == '\0' ? i : i + 1, quote, true) : (-1, '\0', false);
    }

    private static int EndOf(ref TextWindow text, int start, char quote)
    {
        var i = start;
        for (; i - start <= MaxValue; i++)
        {
            var c = text[i];
            if (c is '\0' or '\n' or '\r' || (quote != '\0' ? c == quote : c is ' ' or '\t' or ';' or ',' or '"' or '\'' or '<' or '&' or ')' or '}' or '`'))
                break;
        }

        return i;
    }

    private static bool IsPassword(ReadOnlySpan<char> value, bool isQuoted, bool isPart)
    {
        if (value.IndexOfAny(Harmless) >= 0 || value[0] is '$' or '{' or '<' or '%' or '[' or '(' or '#' or '=' || Expression.IndexIn(value) >= 0 || value.IndexOfAnyExcept(value[0]) < 0)
            return false;
        if (isQuoted || isPart)
            return true;
        var hasDigit = value.ContainsAnyInRange('0', '9');
        return hasDigit && value.ContainsAnyInRange('A', 'z') && value.IndexOf('.') < 0;
    }
}
