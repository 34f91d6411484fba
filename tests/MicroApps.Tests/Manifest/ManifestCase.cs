namespace MicroApps.Tests;

/// <summary>A case file. The errors that it must give stand at its top, one a line, each after '#! '.</summary>
internal sealed record ManifestCase(string Path, string Yaml)
{
    private const string Mark = "#! ";

    public static string Folder { get; } = Repo.PathOf("tests", "MicroApps.Tests", "Manifest", "Cases");

    public IReadOnlyList<string> Expected => [.. Yaml.Split('\n').TakeWhile(l => l.StartsWith(Mark, StringComparison.Ordinal)).Select(l => l[Mark.Length..])];

    public static IEnumerable<string> Names(string kind) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Folder, kind), "*.yaml").Select(p => kind + "/" + System.IO.Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);

    public static ManifestCase Load(string name)
    {
        var path = System.IO.Path.Combine(Folder, name + ".yaml");
        return new(path, File.ReadAllText(path));
    }

    public ManifestReading Read() => ManifestReader.Read(Yaml, System.IO.Path.GetFileName(Path), Folder);

    /// <summary>Writes the errors of now to the top. Their lines depend on how many there are, so they are read twice.</summary>
    public ManifestCase Accept()
    {
        var body = string.Join('\n', Yaml.Split('\n').SkipWhile(l => l.StartsWith(Mark, StringComparison.Ordinal)));
        var once = With([.. (this with { Yaml = body }).Read().Errors.Select(e => e.ToString())], body);
        var twice = With([.. once.Read().Errors.Select(e => e.ToString())], body);
        File.WriteAllText(Path, twice.Yaml);
        return twice;
    }

    private ManifestCase With(IReadOnlyList<string> errors, string body) => this with { Yaml = string.Concat(errors.Select(e => Mark + e + "\n")) + body };
}
