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
        while (!text.IsEmpty)
        {
            var ascii = text.IndexOfAnyExceptInRange('\0', '\x7F');
            AddAscii(ascii < 0 ? text : text[..ascii]);
            if (ascii < 0)
                return;
            AddOther(text[ascii]);
            text = text[(ascii + 1)..];
        }
    }

    // Fields are slow in a loop: this one runs over every character of every answer.
    private void AddAscii(ReadOnlySpan<char> text)
    {
        var (hundredths, run, last, alphanumeric) = (_hundredths, _run, _last, 0);
        foreach (var c in text)
        {
            var isDigit = char.IsAsciiDigit(c);
            if (!isDigit && !char.IsAsciiLetter(c))
            {
                hundredths += c <= ' ' ? Space : Sign;
                run = 0;
            }
            else
            {
                // Long words are rare; keys, hashes and base64 are not words, and cost nearly a token for each character.
                alphanumeric++;
                hundredths += ++run > LongRunLength ? LongRun : isDigit ? Digit : Letter;
                if (run is > 1 and <= LongRunLength && isDigit != char.IsAsciiDigit(last))
                    hundredths += MixedRun;
            }
            last = c;
        }

        (_hundredths, _run, _last) = (hundredths, run, last);
        LettersAndDigits += alphanumeric;
        Bytes += text.Length;
    }

    private void AddOther(char c)
    {
        (_run, _last) = (0, c);
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
