using System.CommandLine;

namespace MicroApps.Cli;

/// <summary>The options that say where an app and its database are.</summary>
internal sealed class StoreOptions
{
    private static readonly string DefaultFile = Path.Combine(".microapp", "microapp.db");

    private readonly Option<string> _db = new("--db") { Description = "The database file. Default: .microapp/microapp.db in the app's folder.", HelpName = "PATH" };

    private readonly Option<string> _appDir = new("--app-dir") { Description = "The app's folder. Default: the current one.", HelpName = "DIR" };

    public StoreOptions(Command command)
    {
        command.Add(_db);
        command.Add(_appDir);
    }

    /// <summary>The app's folder.</summary>
    public string Folder(ParseResult line) => line.GetValue(_appDir) ?? ".";

    /// <summary>Opens the database; a file that is not there is never created.</summary>
    /// <exception cref="CliException">There is no such file.</exception>
    /// <exception cref="StoreException">The file is damaged, of another program or of a newer version, or may not be opened.</exception>
    public OpenStore Open(ParseResult line, bool isReadOnly)
    {
        var path = line.GetValue(_db) ?? Path.Combine(Folder(line), DefaultFile);
        if (Directory.Exists(path))
            throw new CliException($"'{path}' is a folder; give the database file in it.");
        if (!File.Exists(path))
            throw new CliException($"There is no database at '{path}'. An app makes it at its first start; give --app-dir DIR for the app's folder, or --db PATH for the file.");
        return isReadOnly ? OpenStore.ForReading(path) : OpenStore.ForWriting(path);
    }
}
