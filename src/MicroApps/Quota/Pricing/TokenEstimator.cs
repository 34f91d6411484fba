using System.Text;

namespace MicroApps;

/// <summary>Token counts without a tokenizer: a bound that is never too low, and a guess that is close.</summary>
public static class TokenEstimator
{
    /// <summary>A number of tokens that no byte-level tokenizer exceeds for this text: its UTF-8 bytes.</summary>
    /// <remarks>
    /// Byte-level byte-pair encoding starts with one token for each byte and only merges. SentencePiece with byte fallback needs at most
    /// one token more for the space that it puts in front. What surrounds a message is not included; see <see cref="QuotaOptions"/>.
    /// </remarks>
    public static int UpperBound(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>A guess by classes of characters: within a quarter of what current tokenizers count for Latin prose, code, JSON and base64.</summary>
    /// <remarks>
    /// For display, and for calls whose provider reported no usage. Other scripts differ by a factor of two between tokenizers, and so does the
    /// guess from them. Never 0 for text that is not empty.
    /// </remarks>
    public static long Estimate(ReadOnlySpan<char> text)
    {
        var meter = default(TokenMeter);
        meter.Add(text);
        return meter.Tokens;
    }
}
