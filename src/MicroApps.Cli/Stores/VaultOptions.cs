using System.CommandLine;
using MicroApps.Sqlite;

namespace MicroApps.Cli;

/// <summary>What the commands over the vault have in common: whose vault, with which key, who asks and why.</summary>
internal sealed class VaultOptions
{
    private const int MaxReason = 1000;

    private readonly StoreOptions _store;
    private readonly Argument<string> _conversation = new("CONVERSATION") { Description = "The conversation's id as the app names it." };
    private readonly Option<string> _reason = new("--reason") { Description = "Why, in words without personal data; recorded as it is.", HelpName = "TEXT", Required = true };
    private readonly Option<string> _actor = new("--actor") { Description = "Who asks; recorded as a keyed commitment. Default: the user of the operating system.", HelpName = "NAME" };
    private readonly Option<string> _manifest = new("--manifest") { Description = "The app's manifest. Default: microapp.yaml in the app's folder.", HelpName = "PATH" };
    private readonly Option<string> _secrets = new("--secrets") { Description = "A folder with one file for each secret; environment variables are asked first.", HelpName = "DIR" };
    private readonly Option<string> _keySecret = new("--key-secret")
    {
        Description = "The secret that holds the app's key ring; without it the sandbox's own key file is used.",
        HelpName = "NAME",
        DefaultValueFactory = _ => new MicroAppOptions().KeySecret,
    };

    public VaultOptions(Command command)
    {
        _store = new StoreOptions(command);
        command.Add(_conversation);
        foreach (var option in new[] { _reason, _actor, _manifest, _secrets, _keySecret })
            command.Add(option);
    }

    /// <summary>Opens the app's vault and does something with it.</summary>
    /// <exception cref="MicroAppException">The manifest, the key or the database is missing or unusable.</exception>
    public async Task<TResult> UseAsync<TResult>(ParseResult line, Func<VaultRequest, Task<TResult>> work)
    {
        var manifest = ManifestFile.Load(line.GetValue(_manifest) ?? _store.Folder(line));
        var (conversation, actor, reason) = (
            Words(line.GetRequiredValue(_conversation), "CONVERSATION"),
            Words(line.GetValue(_actor) ?? Environment.UserName, "--actor"),
            Words(line.GetRequiredValue(_reason), "--reason"));
        if (reason.Length > MaxReason)
            throw new CliException($"--reason takes at most {MaxReason} characters.");

        var store = _store.Open(line, isReadOnly: false);
        await using var closing = store.ConfigureAwait(false);
        var database = store.Database;
        var options = new MicroAppOptions { KeySecret = line.GetRequiredValue(_keySecret) };
        var app = new MicroApp(options, new MicroAppComponents
        {
            Manifest = manifest,
            Secrets = Secrets(line, database, options.KeySecret),
            AuditStore = new SqliteAuditStore(database),
            QuotaStore = new SqliteQuotaStore(database),
            VaultStore = new SqliteVaultStore(database),
        });
        await using var closingApp = app.ConfigureAwait(false);
        return await work(new VaultRequest(app.Vault, conversation, actor, reason)).ConfigureAwait(false);
    }

    private CompositeSecretSource Secrets(ParseResult line, SqliteStoreDatabase database, string keySecret)
    {
        List<SecretSource> sources = [new EnvironmentSecretSource()];
        if (line.GetValue(_secrets) is { } folder)
            sources.Add(Directory.Exists(folder) ? new FileSecretSource(folder) : throw new CliException($"There is no folder '{folder}' for --secrets."));
        sources.Add(new SandboxKeyFile(Path.GetDirectoryName(database.Path)!, keySecret));
        return new CompositeSecretSource(sources);
    }

    private static string Words(string text, string name) =>
        string.IsNullOrWhiteSpace(text) ? throw new CliException($"{name} must not be empty.") : text;
}
