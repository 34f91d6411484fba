using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MicroApps.Rego.Tests;

/// <summary>Makes archives, good and bad.</summary>
internal static class BundleArchive
{
    public const string Secret = "secret";

    /// <summary>A bundle that <c>opa build --signing-key secret --signing-alg HS256</c> made: a.rego and data.json.</summary>
    public const string MadeByOpa = "H4sIAAAAAAAA/+yXz2+jRhTHc/Zfgebs4mH8I42lPSQhdodmhrWNTYY0Wo0JtgdmABmIAcv/e2Wv1NWmh6itnFWzfC5vBIf3fcD38V7nmedcD7MkvjgbEEI4gPAU4d8jNODlX+fTdcOA/cGFBs8n6RtFlvPtBfzPuV4X9z9hD3iaguEeSKFEnh1PSzB8NNp7EIFhXEh5eGoDxUswNPQ+bIMaDMEfBYRdn59CAA6HQ+tHl9HwL+lkW7/D9W2wTs6W4y3/w0H/tf+NHmr8/x6k3I/4OtB4mrZaXMpkp4mVJuK0yPVS+/RJO/0feJrqXxuErnjZuP3j0NEzsY55XmyD7FxjwBv+NxAcvPI/6hmw8f97sG9p4NsXAIbaY0vTQFBZm+XYF7aw8LzGBhU4wypPvVs8wGoqPTUylr9NxGqiB5WluFtKv8IDt5uJpRrl3gwPcEwrVl1t7mNLeuhXcX9rJeyBJjhMhGf6iDoMeg7eUWSFtL6JmBP1WM1K250KakpJa0sRRbrMxTsaXvdsk27IeI5YOC+98K62HQxpSDf2GO/IeLKj1VHiKPPQVcUfpsnyqEFSPJnBijpMrGblJVb9zdKdH8uK2MN0c6/Seol632tzWU3Mmw11ScUQhrReKKoWgriesE2/y+obwUK/S81NaJu4pvVIUidC1JlA2/QUDa8Rc1ifOpagJqu8cBGRf6QNF0t3VHDXk3538p026hBIFatpeN213UlFFEHEpMJTGBGXKhLe1cSc7CgiJUFzRMM1IrUPbXPds8fHWnyD1gx5Y4LsMauYw5A3e0PbAh5fvQxcGZ2ez3ih2MMie761rvTrYuqpYKTievY7c9TtZTqXpVWMYR8bu893LxmK4l63+vwLn4OW9tRuaSCVxVrEYKiBL8/BihcyB63Dj3bBz0tHVzwWqyDLz5fjzfmv/7r/G3DQa/r/e7AH2+BFZCKJwRCANtgmyXELfATgqQ2OW8GXl2D79bbRrHkNDQ0NH4c/AwAA///DstdDABYAAA==";

    public static MemoryStream Of(params (string Path, string Content)[] files) =>
        Of([.. files.Select(f => (TarEntry)new PaxTarEntry(TarEntryType.RegularFile, f.Path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(f.Content)) })]);

    public static MemoryStream Of(params TarEntry[] entries)
    {
        var archive = new MemoryStream();
        using (var gzip = new GZipStream(archive, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
            foreach (var entry in entries)
                tar.WriteEntry(entry);
        archive.Position = 0;
        return archive;
    }

    public static string Signatures(string header, string payload, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(payload))}";
        return $$"""{"signatures": ["{{text}}.{{Encode(sign(Encoding.ASCII.GetBytes(text)))}}"]}""";
    }

    public static string Listed(string name, string hashed) =>
        $$"""{"name": "{{name}}", "hash": "{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed)))}}", "algorithm": "SHA-256"}""";

    public static byte[] Hmac(byte[] text) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), text);

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
