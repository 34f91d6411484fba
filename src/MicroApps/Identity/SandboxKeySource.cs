namespace MicroApps;

/// <summary>The sandbox's own key ring: made at the first use and kept in a file that only its owner can read. Never used outside the sandbox.</summary>
internal sealed class SandboxKeySource(string path, string secretName) : SecretSource
{
    private readonly Lock _gate = new();
    private string? _secret;

    public override string Description => $"the sandbox key file '{path}'";

    protected override string? FindCore(string name)
    {
        if (!string.Equals(name, secretName, StringComparison.Ordinal))
            return null;

        lock (_gate)
            return _secret ??= Read() ?? Create();
    }

    private string? Read() => File.Exists(path) ? File.ReadAllText(path) : null;

    private string Create()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var secret = KeyRing.CreateSecret();
            using (var writer = new StreamWriter(path, options))
                writer.Write(secret);
            return secret;
        }
        catch (IOException) when (Read() is { Length: > 0 } other)
        {
            return other; // another process of the same app was first
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SecretException(secretName, $"The sandbox cannot keep its key in '{path}'. Make the folder writable, or set the secret '{secretName}'.", e);
        }
    }
}
