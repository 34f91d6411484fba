using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using MicroApps.Ledger;

namespace MicroApps;

internal static class ManifestDigest
{
    public static string Compute(Manifest manifest) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Canonicalize(Json(manifest).Span)));

    private static ReadOnlyMemory<byte> Json(Manifest manifest)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, ManifestShape.Root.Plain(manifest));
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case List<object> items:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var (name, item) in (List<KeyValuePair<string, object>>)value)
                {
                    writer.WritePropertyName(name);
                    Write(writer, item);
                }

                writer.WriteEndObject();
                break;
        }
    }
}
