using System.CommandLine;

namespace MicroApps.Cli;

/// <summary><c>microapp manifest digest</c>: what approvals, provenance and audit records name a manifest by.</summary>
internal sealed class ManifestDigestCommand : Verb
{
    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The manifest, or the folder that it is in.",
        DefaultValueFactory = _ => ManifestFile.DefaultName,
    };

    public ManifestDigestCommand()
        : base("digest", "Prints the digest of a manifest: the same for files that mean the same.", "microapp manifest digest", "microapp manifest digest src/StoreNotes")
        => Add(_path);

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        Out(line).WriteLine(ManifestFile.Load(line.GetRequiredValue(_path)).Digest);
        return Task.FromResult(ExitCode.Ok);
    }
}
