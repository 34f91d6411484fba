using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace MicroApps;

/// <summary>The app's master keys and what is derived from them: commitments for audit, key-encryption keys for the vault.</summary>
/// <remarks>
/// Immutable and thread-safe. Keys for each purpose are derived with HKDF-SHA-256 (RFC 5869), so that no key serves two ends.
/// The first key of the secret is current; the others still open what was sealed under them.
/// </remarks>
public sealed class KeyRing
{
    private const int KeyBytes = 32;
    private readonly FrozenDictionary<string, byte[]> _masters;
    private readonly byte[] _commitmentKey;
    private readonly string _commitmentPrefix;

    private KeyRing(List<(string Id, byte[] Key)> masters)
    {
        KeyIds = [.. masters.Select(m => m.Id)];
        CurrentKeyId = KeyIds[0];
        _masters = masters.ToFrozenDictionary(m => m.Id, m => m.Key, StringComparer.Ordinal);
        _commitmentKey = Derive(CurrentKeyId, "commitment");
        _commitmentPrefix = $"hmac-sha256:{CurrentKeyId}:";
    }

    /// <summary>The id of the key that seals and commits now.</summary>
    public string CurrentKeyId { get; }

    /// <summary>Reads a master secret: one or more <c>id:base64</c> of 32 bytes each, separated by commas, the current one first. The id may be left out.</summary>
    /// <exception cref="SecretException">The secret is not of that form; its text is not repeated.</exception>
    public static KeyRing Parse(string secretName, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secretName);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var masters = new List<(string, byte[])>();
        foreach (var item in secret.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            masters.Add(ParseOne(secretName, item));

        return masters.Count > 0 && masters.DistinctBy(m => m.Item1).Count() == masters.Count
            ? new KeyRing(masters)
            : throw Malformed(secretName);
    }

    /// <summary>Makes a new random master secret in the form that <see cref="Parse"/> reads.</summary>
    public static string CreateSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>The ids of all keys, the current one first.</summary>
    public IReadOnlyList<string> KeyIds { get; }

    /// <summary>Whether the ring holds the key with this id.</summary>
    public bool Contains(string keyId) => _masters.ContainsKey(keyId);

    /// <summary>The 32-byte key that belongs to a purpose, derived from the master key with this id.</summary>
    /// <exception cref="KeyNotFoundException">The ring does not hold that master key.</exception>
    public byte[] Derive(string keyId, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _masters[keyId], KeyBytes, info: Encoding.UTF8.GetBytes($"microapps/v1/{purpose}"));

    /// <summary>A keyed commitment of a text: it can be checked by who holds the key, and tells nothing to who does not.</summary>
    /// <returns><c>hmac-sha256:key-id:base64url</c>.</returns>
    public string Commit(string text)
    {
        using var commitment = BeginCommitment();
        commitment.Append(text);
        return commitment.Finish();
    }

    /// <summary>A keyed commitment under a certain key of the ring, to find what was written before a rotation.</summary>
    /// <exception cref="KeyNotFoundException">The ring does not hold that key.</exception>
    public string Commit(string keyId, string text)
    {
        using var commitment = new Commitment(Derive(keyId, "commitment"), $"hmac-sha256:{keyId}:");
        commitment.Append(text);
        return commitment.Finish();
    }

    /// <summary>Begins a commitment over several texts.</summary>
    public Commitment BeginCommitment() => new(_commitmentKey, _commitmentPrefix);

    private static (string Id, byte[] Key) ParseOne(string secretName, string item)
    {
        var colon = item.IndexOf(':', StringComparison.Ordinal);
        var key = new byte[KeyBytes];
        if (!Convert.TryFromBase64String(item[(colon + 1)..], key, out var written) || written != KeyBytes)
            throw Malformed(secretName);

        // Without a name the key is named after itself: eight characters of a hash, which tell nothing about it.
        var id = colon > 0 ? item[..colon] : Base64Url.EncodeToString(SHA256.HashData(key))[..8];
        return id.AsSpan().ContainsAnyExcept(KeyIdChars) || id.Length > 32 ? throw Malformed(secretName) : (id, key);
    }

    private static SecretException Malformed(string secretName) => new(
        secretName,
        $"The secret '{secretName}' is not a key ring. Write 32 random bytes in base64 (for example from 'openssl rand -base64 32'); to rotate, write 'new-id:base64,old-id:base64' with ids of letters, digits, '-' and '_'.");

    private static readonly System.Buffers.SearchValues<char> KeyIdChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
