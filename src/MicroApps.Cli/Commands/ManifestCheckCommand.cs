using System.CommandLine;

namespace MicroApps.Cli;

/// <summary><c>microapp manifest check</c>: everything that is wrong with a manifest, in the form that editors jump to.</summary>
internal sealed class ManifestCheckCommand : Verb
{
    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The manifest, or the folder that it is in.",
        DefaultValueFactory = _ => ManifestFile.DefaultName,
    };

    public ManifestCheckCommand()
        : base("check", "Checks a manifest and lists all its errors.", "microapp manifest check", "microapp manifest check src/StoreNotes/microapp.yaml")
        => Add(_path);

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var file = ManifestFile.Find(line.GetRequiredValue(_path));
        var (manifest, errors) = ManifestFile.Read(file);
        foreach (var error in errors)
            Out(line).WriteLine(Plain.Text(error.ToString()));
        if (manifest is null)
        {
            Error(line).WriteLine($"{file}: {Plain.Count(errors.Count, "error")}.");
            return Task.FromResult(ExitCode.FoundWrong);
        }

        Out(line).WriteLine($"{file}: ok: {manifest.Id} {manifest.Version} {manifest.Digest}");
        return Task.FromResult(ExitCode.Ok);
    }
}
