using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace MicroApps.Ledger;

/// <summary>A SHA-256 digest: 32 bytes held by value. The default value is 32 zero bytes.</summary>
public readonly struct Hash256 : IEquatable<Hash256>
{
    /// <summary>The length of the digest in bytes.</summary>
    public const int Size = 32;

    private const int Base64Length = 44;

    private readonly Vector256<byte> _value;

    private Hash256(ReadOnlySpan<byte> bytes) => _value = Vector256.Create(bytes);

    /// <summary>The 32 bytes, in place; valid as long as the variable that holds this value.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(new ReadOnlySpan<Vector256<byte>>(in _value));

    /// <summary>SHA-256 (FIPS 180-4) of <paramref name="data"/>, without any prefix.</summary>
    public static Hash256 Sha256(ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[Size];
        SHA256.HashData(data, digest);
        return new Hash256(digest);
    }

    /// <summary>Takes over exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public static Hash256 FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new Hash256(bytes)
        : throw new ArgumentException($"A SHA-256 hash has {Size} bytes; {bytes.Length} were given.", nameof(bytes));

    /// <summary>Reads 64 hexadecimal digits, upper or lower case.</summary>
    /// <exception cref="FormatException"><paramref name="hex"/> is anything else.</exception>
    public static Hash256 Parse(ReadOnlySpan<char> hex) => TryParse(hex, out var hash)
        ? hash
        : throw new FormatException($"A SHA-256 hash is written as {Size * 2} hexadecimal digits.");

    /// <summary>Reads 64 hexadecimal digits, upper or lower case; false when <paramref name="hex"/> is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out Hash256 hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (hex.Length != Size * 2 || Convert.FromHexString(hex, bytes, out _, out _) != OperationStatus.Done)
            return false;
        hash = new Hash256(bytes);
        return true;
    }

    /// <summary>Reads standard base64 (RFC 4648 §4, padded): only the one spelling that <see cref="ToBase64"/> gives is accepted.</summary>
    public static bool TryParseBase64(ReadOnlySpan<char> base64, out Hash256 hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (base64.Length != Base64Length || !Convert.TryFromBase64Chars(base64, bytes, out var length) || length != Size)
            return false;
        var decoded = new Hash256(bytes);
        // The last digit has two spare bits; a second spelling of one hash would let signed text be altered unnoticed.
        if (!base64.SequenceEqual(decoded.ToBase64()))
            return false;
        hash = decoded;
        return true;
    }

    /// <summary>Standard padded base64: 44 characters.</summary>
    public string ToBase64() => Convert.ToBase64String(Bytes);

    /// <summary>A new array with the 32 bytes.</summary>
    public byte[] ToArray() => Bytes.ToArray();

    /// <summary>Copies the 32 bytes to the start of <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentException">Fewer than 32 bytes of room.</exception>
    public void CopyTo(Span<byte> destination) => Bytes.CopyTo(destination);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes);

    /// <inheritdoc/>
    public bool Equals(Hash256 other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Hash256 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var words = _value.AsUInt64();
        return HashCode.Combine(words[0], words[1], words[2], words[3]);
    }

    /// <summary>True when all 32 bytes are equal.</summary>
    public static bool operator ==(Hash256 left, Hash256 right) => left.Equals(right);

    /// <summary>True when any byte differs.</summary>
    public static bool operator !=(Hash256 left, Hash256 right) => !left.Equals(right);
}
