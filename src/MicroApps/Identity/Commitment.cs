using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MicroApps;

/// <summary>A keyed commitment (HMAC-SHA-256) that is built up from texts, also while they stream.</summary>
/// <remarks>Not thread-safe. A lone surrogate counts as U+FFFD.</remarks>
public sealed class Commitment : IDisposable
{
    private readonly IncrementalHash _hash;
    private readonly string _prefix;
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();

    internal Commitment(byte[] key, string prefix)
    {
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        _prefix = prefix;
    }

    /// <summary>Adds a piece of the current text; pieces of one text may be split anywhere.</summary>
    /// <returns>Number of UTF-8 bytes that the piece added.</returns>
    public int Append(ReadOnlySpan<char> piece) => Encode(piece, flush: false);

    /// <summary>Ends the current text, so that two texts never commit to the same value as their concatenation.</summary>
    public void EndText()
    {
        Encode([], flush: true);
        _hash.AppendData([0xFF]); // a byte that UTF-8 never has
    }

    /// <summary>Adds a number, such as a kind or a role.</summary>
    public void Append(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _hash.AppendData(bytes);
    }

    /// <summary>The commitment of everything added: <c>hmac-sha256:key-id:base64url</c>. Begins anew afterwards.</summary>
    public string Finish()
    {
        Encode([], flush: true);
        Span<byte> mac = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(mac);
        return string.Concat(_prefix, Base64Url.EncodeToString(mac));
    }

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();

    private int Encode(ReadOnlySpan<char> piece, bool flush)
    {
        const int Step = 1024;
        Span<byte> bytes = stackalloc byte[(Step + 1) * 3];
        var total = 0;
        do
        {
            var chars = piece[..Math.Min(Step, piece.Length)];
            piece = piece[chars.Length..];
            var written = _encoder.GetBytes(chars, bytes, flush && piece.IsEmpty);
            _hash.AppendData(bytes[..written]);
            total += written;
        }
        while (!piece.IsEmpty);

        return total;
    }
}
