using System.Text;

namespace MicroApps.Rego;

/// <summary>The members of encodings that newer platforms have, under their own names.</summary>
internal static class EncodingMembers
{
    public static string GetString(this Encoding encoding, ReadOnlySpan<byte> bytes) => encoding.GetString(bytes.ToArray());
}
