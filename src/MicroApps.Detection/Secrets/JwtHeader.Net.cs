using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace MicroApps.Detection;

/// <summary>The first part of a JSON Web Token.</summary>
internal static class JwtHeader
{
    public const int MaxLength = 1024;

    /// <summary>Whether it decodes to a JSON object that names an algorithm.</summary>
    public static bool IsOne(ReadOnlySpan<char> encoded)
    {
        Span<byte> bytes = stackalloc byte[MaxLength];
        if (Base64Url.DecodeFromChars(encoded, bytes, out _, out var written) != OperationStatus.Done)
            return false;
        try
        {
            var reader = new Utf8JsonReader(bytes[..written]);
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("alg"u8))
                    return true;
        }
        catch (JsonException)
        {
            // Not JSON, so not a token.
        }

        return false;
    }
}
