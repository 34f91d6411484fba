using System.Formats.Tar;
using System.IO.Compression;

namespace MicroApps.Rego;

/// <content>Archives and signatures.</content>
public sealed partial class RegoBundle
{
    /// <summary>Reads a <c>.tar.gz</c>. Links, paths that lead out of it, and files that are there twice are refused.</summary>
    /// <param name="archive">The archive; not closed.</param>
    /// <param name="options">Limits and keys; null for defaults.</param>
    /// <exception cref="RegoException">It is no such archive, exceeds a limit, or a signature is missing or wrong.</exception>
    public static RegoBundle FromArchive(Stream archive, RegoBundleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        options ??= new();
        try
        {
            return From(ReadArchive(archive, options), options);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or NotSupportedException)
        {
            throw Refuse("", $"no archive of the kind tar.gz: {e.Message}");
        }
    }

    private static BundleFiles ReadArchive(Stream archive, RegoBundleOptions options)
    {
        var files = new BundleFiles(options);
        using var unpacked = Unpack(archive, options);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.GlobalExtendedAttributes or TarEntryType.Directory)
                continue;
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                throw Refuse(entry.Name, $"a bundle holds files only, no {entry.EntryType}");
            var path = BundleFiles.PathOf(entry.Name) ?? throw Refuse(entry.Name, "a file without a name");
            files.CheckSize(path, entry.Length);
            var content = new byte[entry.Length];
            entry.DataStream?.ReadExactly(content);
            files.Add(path, content);
        }

        return files;
    }

    // Headers count as well: a small archive may unpack to more than the memory holds.
    private static MemoryStream Unpack(Stream archive, RegoBundleOptions options)
    {
        var unpacked = new MemoryStream();
        using var gzip = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[81920];
        for (int count; (count = gzip.Read(buffer)) > 0;)
        {
            if (unpacked.Length + count > options.MaxBytes + (2048L * options.MaxFiles))
                throw Refuse("", $"the bundle has more than {options.MaxBytes} bytes");
            unpacked.Write(buffer, 0, count);
        }

        // What is cut off looks like a smaller archive, but for the two empty blocks at its end.
        if (unpacked.Length < 1024 || unpacked.GetBuffer().AsSpan((int)unpacked.Length - 1024, 1024).ContainsAnyExcept((byte)0))
            throw Refuse("", "the archive has no end");
        unpacked.Position = 0;
        return unpacked;
    }
}
