namespace MicroApps.Detection;

/// <summary>Finds the data of a small Kubernetes <c>Secret</c> in YAML: from the first value in base64 under <c>data:</c> to the last.</summary>
internal sealed class ManifestSecretDetector() : Detector(EntityTypes.Password, Anchor.Literals("kind: Secret", "kind: \"Secret\"", "kind: 'Secret'"), MaxData, MaxLead)
{
    private const int MaxData = 2048, MaxLead = TextWindow.LookBehind, MaxValue = 1024, MinValue = 8, MaxKey = 64;

    private const string Data = "\ndata:";

    private static readonly CharSet Base64 = new(CharSet.Alphanumeric + "+/=");
    private static readonly CharSet Key = new(CharSet.Alphanumeric + "-_.");
    private static readonly CharSet Spaces = new(" ");

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        text.Hold(anchor);
        var distance = text.IndexOf(anchor, Data, MaxLead - Data.Length);
        if (distance < 0 || char.IsAsciiLetter(text[anchor + "kind: Secret".Length]))
            return null;
        var (first, last, line) = (-1, -1, anchor + distance + Data.Length);
        while (ValueOf(ref text, line) is var (start, end) && end - anchor < MaxData)
        {
            first = first < 0 ? start : first;
            text.Hold(first);
            (last, line) = (end, end);
            if (text[line] is '"' or '\'')
                line++;
        }

        return first < 0 || first - anchor > MaxLead ? null : Found(first, last, 0.8);
    }

    // The value of the line behind, when it reads "  name: base64".
    private static (int Start, int End)? ValueOf(ref TextWindow text, int i)
    {
        i = text.Run(i, Spaces, MaxKey);
        if (text[i] == '\r')
            i++;
        if (text[i] != '\n' || text[i + 1] != ' ')
            return null;
        var name = text.Run(i + 1, Spaces, MaxKey);
        var colon = text.Run(name, Key, MaxKey);
        if (colon == name || text[colon] != ':')
            return null;
        var start = text.Run(colon + 1, Spaces, MaxKey);
        if (text[start] is '"' or '\'')
            start++;
        var end = text.Run(start, Base64, MaxValue);
        return end - start is >= MinValue and < MaxValue && (end - start) % 4 == 0 ? (start, end) : null;
    }
}
