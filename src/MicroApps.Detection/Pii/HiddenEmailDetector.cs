namespace MicroApps.Detection;

/// <summary>Finds addresses that are written so that machines shall not see them: <c>anna [at] contoso (dot) com</c>.</summary>
internal sealed class HiddenEmailDetector() : Detector(EntityTypes.EmailAddress, Anchor.Literals(Signs), MaxLength, lookBack: MaxLocal + 1)
{
    private new const int MaxLength = 200;
    private const int MaxLocal = 64, MaxLabel = 63;

    private static readonly string[] Signs = ["[at]", "(at)", "{at}", "[AT]", "(AT)", "[@]", "(@)", "<at>"];
    private static readonly string[] Dots = ["[dot]", "(dot)", "{dot}", "[DOT]", "(DOT)", "[.]", "(.)", "<dot>", "dot ", "DOT "];

    private static readonly CharSet Local = new(CharSet.Alphanumeric + "._+-");
    private static readonly CharSet Label = new(CharSet.Alphanumeric + "-");

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var before = text[anchor - 1] == ' ' ? anchor - 1 : anchor;
        var start = text.RunBack(before, Local, MaxLocal);
        while (start < before && !char.IsAsciiLetterOrDigit(text[start]))
            start++;
        if (start == before || char.IsLetterOrDigit(text[start - 1]))
            return null;
        text.Hold(start);
        var end = DomainEnd(ref text, SkipSpace(ref text, anchor + (text[anchor + 1] == '@' ? 3 : 4)), start + MaxLength - MaxLabel);
        return end > 0 ? Found(start, end, 0.9) : null;
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        // The sign may have begun to arrive.
        var i = end;
        for (var length = Math.Min(3, end); length > 0 && i == end; length--)
            foreach (var sign in Signs)
                if (sign.AsSpan().StartsWith(text.Before(end, length)))
                    i = end - length;
        i = text[i - 1] == ' ' ? i - 1 : i;
        return text.RunBack(i, Local, MaxLocal) is var start && start == i ? end : start;
    }

    private static int DomainEnd(ref TextWindow text, int start, int limit)
    {
        var known = 0;
        for (var i = start; i < limit;)
        {
            var end = text.Run(i, Label, MaxLabel + 1);
            if (end == i || end - i > MaxLabel)
                return known;
            if (i > start && TopLevelDomains.IsKnown(text.Slice(i, end - i)))
                known = end;
            i = DotEnd(ref text, end);
            if (i == end)
                return known;
        }

        return known;
    }

    private static int DotEnd(ref TextWindow text, int end)
    {
        if (text[end] == '.' && char.IsAsciiLetterOrDigit(text[end + 1]))
            return end + 1;
        var at = SkipSpace(ref text, end);
        foreach (var dot in Dots)
            if (text.Matches(at, dot) && (dot[0] is not ('d' or 'D') || at > end))
                return SkipSpace(ref text, at + dot.Length);
        return end;
    }

    private static int SkipSpace(ref TextWindow text, int at) => text[at] == ' ' ? at + 1 : at;
}
