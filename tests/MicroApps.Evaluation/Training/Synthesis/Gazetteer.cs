using System.Globalization;
using System.IO.Compression;

namespace MicroApps.Evaluation;

/// <summary>Reads the lists of names and words: columns are parted by tabs, the first line is a heading.</summary>
internal sealed class Gazetteer(string folder)
{
    public IEnumerable<string[]> Rows(string name)
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(folder, name + ".txt.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    public static long Number(string[] row, int column) =>
        column < row.Length && long.TryParse(row[column], CultureInfo.InvariantCulture, out var value) ? value : 0;
}
