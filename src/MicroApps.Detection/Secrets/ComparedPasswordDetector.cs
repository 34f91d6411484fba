namespace MicroApps.Detection;

/// <summary>Finds the password of a test that begins with it: <c>if ("…" == password)</c>.</summary>
internal sealed class ComparedPasswordDetector() : Detector(EntityTypes.Password, Anchor.Literals(Openings), MaxLead + MaxValue + MaxName, MaxLead)
{
    private const int MaxValue = 128, MaxLead = 5, MaxName = 48, MinValue = 6;

    private static readonly string[] Names = ["password", "passwd", "pwd", "passphrase", "secret"];

    private static readonly CharSet Name = new(CharSet.Alphanumeric + "_.$>-");

    private static string[] Openings { get; } = ["if (\"", "if ('", "if \"", "if '"];

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var start = anchor + (text[anchor + 3] == '(' ? 5 : 4);
        text.Hold(start);
        var quote = text[start - 1];
        var end = SecretPlace.EndOf(ref text, start, quote, MaxValue);
        if (end - start < MinValue || text[end] != quote)
            return null;
        var i = end + 1;
        while (text[i] == ' ' && i - end < MaxLead)
            i++;
        if (text[i] is not ('=' or '!') || text[i + 1] != '=')
            return null;
        while (text[i] is '=' or '!' or ' ' && i - end < MaxLead * 2)
            i++;
        var name = text.Slice(i, text.Run(i, Name, MaxName) - i);
        var value = text.Slice(start, end - start);
        return IsSecret(name) && !value.Contains(' ') && !SecretShapes.IsHarmless(value) && !SecretShapes.IsCall(value) && !SecretShapes.IsLabel(value) ? Found(start, end, 0.7) : null;
    }

    private static bool IsSecret(ReadOnlySpan<char> name)
    {
        foreach (var word in Names)
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
