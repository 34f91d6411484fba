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
    private const int BufferBytes = 8192;
    private readonly byte[] _key;
    private readonly string _prefix;
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();

    // Crossing into the operating system's library costs more than hashing a short text, so pieces are collected first.
    private byte[]? _buffer;
    private int _buffered;
    private IncrementalHash? _hash;

    internal Commitment(byte[] key, string prefix)
    {
        _key = key;
        _prefix = prefix;
    }

    /// <summary>Adds a piece of the current text; pieces of one text may be split anywhere.</summary>
    /// <returns>Number of UTF-8 bytes that the piece added.</returns>
    public int Append(ReadOnlySpan<char> piece) => Encode(piece, flush: false);

    /// <summary>Ends the current text, so that two texts never commit to the same value as their concatenation.</summary>
    public void EndText()
    {
        Encode([], flush: true);
        Reserve(1)[0] = 0xFF; // a byte that UTF-8 never has
        _buffered++;
    }

    /// <summary>Adds a number, such as a kind or a role.</summary>
    public void Append(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Reserve(sizeof(int)), value);
        _buffered += sizeof(int);
    }

    /// <summary>The commitment of everything added: <c>hmac-sha256:key-id:base64url</c>. Begins anew afterwards.</summary>
    public string Finish()
    {
        Encode([], flush: true);
        Span<byte> mac = stackalloc byte[SHA256.HashSizeInBytes];
        var rest = _buffer.AsSpan(0, _buffered);
        if (_hash is null)
        {
            HMACSHA256.HashData(_key, rest, mac);
        }
        else
        {
            _hash.AppendData(rest);
            _hash.GetHashAndReset(mac);
        }

        _buffered = 0;
        return string.Concat(_prefix, Base64Url.EncodeToString(mac));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _hash?.Dispose();
        // The next renter must not find the text.
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        _buffered = 0;
    }

    private int Encode(ReadOnlySpan<char> piece, bool flush)
    {
        const int Step = 1024;
        var total = 0;
        do
        {
            var chars = piece[..Math.Min(Step, piece.Length)];
            piece = piece[chars.Length..];
            // A surrogate that waits for its other half may come on top.
            var written = _encoder.GetBytes(chars, Reserve((chars.Length + 1) * 3), flush && piece.IsEmpty);
            _buffered += written;
            total += written;
        }
        while (!piece.IsEmpty);

        return total;
    }

    private Span<byte> Reserve(int length)
    {
        _buffer ??= ArrayPool<byte>.Shared.Rent(BufferBytes);
        if (_buffer.Length - _buffered < length)
        {
            _hash ??= IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
            _hash.AppendData(_buffer.AsSpan(0, _buffered));
            _buffered = 0;
        }

        return _buffer.AsSpan(_buffered);
    }
}
