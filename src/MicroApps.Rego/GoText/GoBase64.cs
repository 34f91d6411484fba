namespace MicroApps.Rego;

/// <summary>Base64 as Go reads it: padded, line ends left out, bits that are left over ignored.</summary>
internal static class GoBase64
{
    /// <param name="text">The text.</param>
    /// <param name="isUrl">Whether - and _ stand for + and /.</param>
    /// <param name="bytes">What it stands for.</param>
    /// <param name="wrong">Where it is wrong, in UTF-8 bytes.</param>
    public static bool TryDecode(string text, bool isUrl, out byte[] bytes, out int wrong)
    {
        var source = GoUtf8.GetBytes(text);
        var result = new List<byte>(source.Length / 4 * 3);
        for (var (at, bits, count) = (0, 0, 0); ;)
        {
            at = SkipLineEnds(source, at);
            if (at == source.Length || source[at] == '=')
            {
                wrong = EndsWellAt(source, at, count);
                for (var i = 1; i < count; i++)
                    result.Add((byte)(bits << (24 - (count * 6)) >> (24 - (count * 6)) >> ((count * 6) - (8 * i)) & 0xFF));
                bytes = [.. result];
                return wrong < 0;
            }

            var value = ValueOf(source[at], isUrl);
            if (value < 0)
            {
                (bytes, wrong) = ([], at);
                return false;
            }

            (bits, count, at) = ((bits << 6) | value, count + 1, at + 1);
            if (count < 4)
                continue;
            result.AddRange([(byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]);
            (bits, count) = (0, 0);
            Budget.Pass(result.Count / 3);
        }
    }

    /// <summary>Where the end of a text is wrong; -1 when it is not.</summary>
    /// <param name="source">The text.</param>
    /// <param name="at">Where there are no more letters.</param>
    /// <param name="count">How many there are in the last group.</param>
    private static int EndsWellAt(byte[] source, int at, int count)
    {
        if (at == source.Length)
            return count == 0 ? -1 : at - count;
        if (count < 2)
            return at;
        var next = at + 1;
        if (count == 2)
        {
            next = SkipLineEnds(source, next);
            if (next == source.Length || source[next] != '=')
                return next == source.Length ? next : next - 1;
            next++;
        }

        next = SkipLineEnds(source, next);
        return next < source.Length ? next : -1;
    }

    private static int SkipLineEnds(byte[] source, int at)
    {
        while (at < source.Length && source[at] is (byte)'\n' or (byte)'\r')
            at++;
        return at;
    }

    private static int ValueOf(byte letter, bool isUrl) => (char)letter switch
    {
        >= 'A' and <= 'Z' => letter - 'A',
        >= 'a' and <= 'z' => letter - 'a' + 26,
        >= '0' and <= '9' => letter - '0' + 52,
        '+' when !isUrl => 62,
        '-' when isUrl => 62,
        '/' when !isUrl => 63,
        '_' when isUrl => 63,
        _ => -1,
    };
}
