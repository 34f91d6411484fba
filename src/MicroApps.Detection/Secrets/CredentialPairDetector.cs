using System.Buffers;

namespace MicroApps.Detection;

/// <summary>
/// Finds the password of a pair: <c>new NetworkCredential("user", "…")</c>, <c>curl -u user:…</c>, <c>CREATE USER … IDENTIFIED BY '…'</c>,
/// <c>ConvertTo-SecureString "…"</c>.
/// </summary>
internal sealed class CredentialPairDetector()
    : Detector(EntityTypes.Password, Anchor.Literals("NetworkCredential", "PSCredential", "SqlCredential", "UsernamePasswordCredential", "BasicAuth", "ConvertTo-SecureString ", IdentifiedBy, "identified by ", "--user ", "-u ", "-p "), MaxValue, MaxLead)
{
    private const int MaxValue = 128, MaxLead = 120, MinValue = 5;

    private const string IdentifiedBy = "IDENTIFIED BY ";

    private static readonly SearchValues<string> Tools = SearchValues.Create(["psexec", "sshpass", "winexe", "plink", "pscp", "ldapsearch", "smbclient"], StringComparison.OrdinalIgnoreCase);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        text.Hold(anchor);
        if (text.Matches(anchor + 1, "onvertTo") || text[anchor + 10] == ' ')
            return OfKeyword(ref text, anchor);
        return text[anchor] == '-' ? text[anchor + 1] == 'p' ? OfOption(ref text, anchor) : OfCommand(ref text, anchor) : OfConstructor(ref text, anchor);
    }

    private Finding? OfConstructor(ref TextWindow text, int anchor)
    {
        var i = anchor;
        while (char.IsAsciiLetter(text[i]))
            i++;
        while (text[i] is ' ' or '(')
            i++;
        var first = EndOfQuoted(ref text, i, anchor + MaxLead);
        if (first < 0)
            return null;
        i = first + 1;
        while (text[i] is ' ' or ',')
            i++;
        if (i - anchor >= MaxLead || text[i] is not ('"' or '\''))
            return null;
        text.Hold(i + 1);
        var end = EndOfQuoted(ref text, i, i + MaxValue);
        return end < 0 || end - i - 1 < MinValue || SecretShapes.IsHarmless(text.Slice(i + 1, end - i - 1)) ? null : Found(i + 1, end, 0.8);
    }

    // What is quoted right behind the keyword.
    private Finding? OfKeyword(ref TextWindow text, int anchor)
    {
        var isSql = text[anchor] is 'I' or 'i';
        var i = anchor + (isSql ? IdentifiedBy.Length : 0);
        while (!isSql && text[i] is not ('"' or '\'' or '\0' or '\n' or '$' or '(') && i - anchor < MaxLead)
            i++;
        text.Hold(i + 1);
        var end = EndOfQuoted(ref text, i, i + MaxValue);
        if (end < 0 || end - i - 1 < MinValue || (text[anchor] == 'i' && text[i] != '\''))
            return null;
        var value = text.Slice(i + 1, end - i - 1);
        return SecretShapes.IsHarmless(value) || value.Contains(' ') ? null : Found(i + 1, end, 0.8);
    }

    private Finding? OfCommand(ref TextWindow text, int anchor)
    {
        // A short option counts in a call of curl alone.
        if (!text.Before(anchor, 96).Contains("curl", StringComparison.Ordinal))
            return null;
        var i = anchor + (text[anchor + 1] == '-' ? 7 : 3);
        while (text[i] is ' ' or '"' or '\'')
            i++;
        while (text[i] is not (':' or ' ' or '\0' or '\n' or '"' or '\'') && i - anchor < MaxLead)
            i++;
        if (text[i] == ':')
            i++;
        else
            return null;
        var quote = text[i] is '"' or '\'' ? 1 : 0;
        var (start, end) = (i + quote, i + quote);
        if (start - anchor >= MaxLead)
            return null;
        text.Hold(start);
        while (text[end] is not (' ' or '\0' or '\n' or '\r' or '"' or '\'') && end - start < MaxValue)
            end++;
        return end - start < MinValue || SecretShapes.IsHarmless(text.Slice(start, end - start)) ? null : Found(start, end, 0.8);
    }

    // "psexec -u name -p …": the tools whose option that is.
    private Finding? OfOption(ref TextWindow text, int anchor)
    {
        var before = text.Before(anchor, 96);
        if (text[anchor - 1] != ' ' || before.IndexOfAny(Tools) < 0)
            return null;
        var start = anchor + 3 + (text[anchor + 3] is '"' or '\'' ? 1 : 0);
        text.Hold(start);
        var end = start;
        while (text[end] is not (' ' or '\0' or '\n' or '\r' or '"' or '\'') && end - start < MaxValue)
            end++;
        return end - start < MinValue || end - start == MaxValue || SecretShapes.IsHarmless(text.Slice(start, end - start)) ? null : Found(start, end, 0.7);
    }

    private static int EndOfQuoted(ref TextWindow text, int start, int limit)
    {
        var quote = text[start];
        if (quote is not ('"' or '\''))
            return -1;
        for (var i = start + 1; i < limit && text[i] is not ('\0' or '\n'); i++)
            if (text[i] == quote)
                return i;
        return -1;
    }
}
