namespace MicroApps;

/// <summary>Estimates the tokens of a text that arrives in pieces. The result is the same however the text is split.</summary>
internal struct TokenMeter
{
    // Hundredths of a token for each character, fitted to the o200k_base and cl100k_base vocabularies.
    private const int Letter = 22, Digit = 52, Sign = 72, Space = 6, OtherScript = 50, Ideograph = 85, Emoji = 220, SupplementaryPlane = 150;
    private const int MixedRun = 50, LongRun = 85, LongRunLength = 16;
    private long _hundredths;
    private int _run;
    private char _last;

    /// <summary>The estimated number of tokens, rounded up: at least 1 when there was any text.</summary>
    public readonly long Tokens => (_hundredths + 99) / 100;

    /// <summary>Letters and digits so far.</summary>
    public long LettersAndDigits { get; private set; }

    /// <summary>UTF-8 bytes so far.</summary>
    public long Bytes { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c < 0x80)
                AddAscii(c);
            else
                AddOther(c);
            _last = c;
        }
    }

    private void AddAscii(char c)
    {
        Bytes++;
        if (!char.IsAsciiLetterOrDigit(c))
        {
            _hundredths += c <= ' ' ? Space : Sign;
            _run = 0;
            return;
        }

        // Long words are rare; keys, hashes and base64 are not words, and cost nearly a token for each character.
        LettersAndDigits++;
        if (++_run > LongRunLength)
            _hundredths += LongRun;
        else
            _hundredths += char.IsAsciiDigit(c) ? Digit : Letter;
        if (_run is > 1 and <= LongRunLength && char.IsAsciiDigit(c) != char.IsAsciiDigit(_last))
            _hundredths += MixedRun;
    }

    private void AddOther(char c)
    {
        _run = 0;
        if (char.IsLetterOrDigit(c))
            LettersAndDigits++;
        Bytes += c < 0x800 || char.IsSurrogate(c) ? 2 : 3;
        _hundredths += c switch
        {
            >= '\uD83C' and <= '\uD83E' => Emoji,
            >= '\uD800' and <= '\uDBFF' => SupplementaryPlane,
            >= '\uDC00' and <= '\uDFFF' => 0, // counted with its first half
            >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF' => Ideograph,
            _ => OtherScript,
        };
    }
}
