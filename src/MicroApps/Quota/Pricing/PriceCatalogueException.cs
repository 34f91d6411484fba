namespace MicroApps;

/// <summary>A price file cannot be used. The message names the file, the place and the mend.</summary>
public sealed class PriceCatalogueException : MicroAppException
{
    /// <summary>Creates the exception for a place in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1; 0 when the whole file is meant.</param>
    /// <param name="column">The column in UTF-8 bytes, from 1; 0 when the whole file is meant.</param>
    /// <param name="problem">What is wrong there and how to mend it.</param>
    /// <param name="innerException">The cause.</param>
    public PriceCatalogueException(string file, int line, int column, string problem, Exception? innerException = null)
        : base(line > 0 ? $"{file}:{line}:{column}: {problem}" : $"{file}: {problem}", innerException)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 when the whole file is meant.</summary>
    public int Line { get; }

    /// <summary>The column in UTF-8 bytes, from 1; 0 when the whole file is meant.</summary>
    public int Column { get; }
}
