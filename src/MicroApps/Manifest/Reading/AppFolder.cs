using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MicroApps;

/// <summary>The folder that a manifest lies in. Files are taken from within it only; links are refused, since they may lead out.</summary>
internal sealed class AppFolder(string root)
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Hashes a file given by its path from the folder, which has been checked to hold no '..'.</summary>
    public FileHash Hash(string file)
    {
        var path = root;
        foreach (var step in file.Split('/'))
        {
            path = Path.Combine(path, step);
            if (new FileInfo(path).LinkTarget is not null) return new(null, "a link stands in the path of the file", "Put the file itself into the app's folder");
        }

        return TryReadBytes(path, MaxBytes, out var bytes, out var problem, out var mend)
            ? new("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), "", "")
            : new(null, problem, mend);
    }

    public static bool TryReadText(string path, int most, [NotNullWhen(true)] out string? text, out string problem, out string mend)
    {
        text = null;
        if (!TryReadBytes(path, most, out var bytes, out problem, out mend)) return false;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            (problem, mend) = ("the file is not UTF-8 text", "Save it as UTF-8");
            return false;
        }
    }

    private static bool TryReadBytes(string path, int most, [NotNullWhen(true)] out byte[]? bytes, out string problem, out string mend)
    {
        (bytes, problem, mend) = (null, "", "");
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > most)
            {
                (problem, mend) = ($"the file is larger than {most / 1024} KiB", "Shorten it");
                return false;
            }

            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            (problem, mend) = ("the file does not exist", "Create it, or correct the path");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            (problem, mend) = ("the file cannot be read", "Check that it is a file, that the app may read it and that nobody else has locked it");
        }

        return false;
    }
}
