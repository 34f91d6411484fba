namespace MicroApps.Cli;

/// <summary>The key ring that an app in the sandbox makes for itself, in its data folder.</summary>
internal sealed class SandboxKeyFile(string folder, string secretName) : SecretSource
{
    private readonly string _path = Path.GetFullPath(Path.Combine(folder, "keys"));

    public override string Description => $"the sandbox's key file '{_path}'";

    protected override string? FindCore(string name)
    {
        if (name != secretName || !File.Exists(_path))
            return null;
        try
        {
            return File.ReadAllText(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SecretException(name, $"The sandbox's key file '{_path}' cannot be read. Run as the user that the app runs as.", e);
        }
    }
}
