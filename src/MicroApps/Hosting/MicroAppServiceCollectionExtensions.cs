using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a micro app in dependency injection.</summary>
public static class MicroAppServiceCollectionExtensions
{
    /// <summary>
    /// Adds the runtime of a micro app without stores and providers; <c>AddMicroApp</c> of the package MicroApps.Sdk adds those as well.
    /// Reads and checks the manifest at once.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The host's configuration; the section <c>MicroApp</c> is read.</param>
    /// <param name="contentRoot">The folder that the manifest is in. When it is not there, the folder of the program is looked in.</param>
    /// <param name="configure">Changes settings in code, after the configuration.</param>
    /// <exception cref="MicroAppStartException">There is no manifest, or a setting is wrong.</exception>
    /// <exception cref="ManifestException">The manifest is not valid; the message lists every error with its place.</exception>
    public static MicroAppBuilder AddMicroAppRuntime(
        this IServiceCollection services, IConfiguration configuration, string contentRoot, Action<MicroAppOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentRoot);
        var options = MicroAppSettings.Read(configuration.GetSection(MicroAppOptions.SectionName));
        configure?.Invoke(options);
        options.Validate();
        var path = FindManifest(options.ManifestPath, contentRoot);
        var manifest = Manifest.Load(path);
        StartCheck.Run(options, manifest);

        var builder = new MicroAppBuilder(services, manifest, options, Path.GetDirectoryName(path)!);
        AddCore(services, builder);
        AddClients(services);
        return builder;
    }

    /// <summary>
    /// Registers the app's own chat client, governed, as the host's <see cref="IChatClient"/>. In the sandbox the built-in model answers instead
    /// and <paramref name="create"/> is not called.
    /// </summary>
    public static IServiceCollection AddGovernedChatClient(
        this IServiceCollection services, Func<IServiceProvider, IChatClient> create, ChatGovernanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        return services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var app = provider.GetRequiredService<MicroApp>();
            var client = app.Environment == AppEnvironment.Sandbox ? new SandboxChatClient(app.TimeProvider) : create(provider);
            return client.Govern(app, options).InvokeTools();
        }));
    }

    private static void AddCore(IServiceCollection services, MicroAppBuilder builder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(builder.Manifest);
        services.AddSingleton(builder.Options);
        services.TryAddSingleton<SecretSource>(_ => CreateSecrets(builder));
        services.AddSingleton<ModelProvider>(provider => new SandboxModelProvider(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new MicroApp(builder.Options, new MicroAppComponents
        {
            Manifest = builder.Manifest,
            Secrets = provider.GetRequiredService<SecretSource>(),
            AuditStore = Store<AuditStore>(provider),
            QuotaStore = Store<QuotaStore>(provider),
            VaultStore = Store<VaultStore>(provider),
            Guards = [.. provider.GetServices<GuardRegistration>()],
            TimeProvider = provider.GetRequiredService<TimeProvider>(),
            LoggerFactory = provider.GetService<ILoggerFactory>(),
        }));
        services.AddSingleton<IHostedService, MicroAppService>();
    }

    private static void AddClients(IServiceCollection services)
    {
        services.TryAddSingleton(provider => ModelClients.CreateChatClient(provider, modelId: null));
        services.TryAddKeyedSingleton(KeyedService.AnyKey, (provider, key) => ModelClients.CreateChatClient(provider, key as string));
    }

    private static string FindManifest(string path, string contentRoot)
    {
        string[] candidates = [Path.GetFullPath(path, Path.GetFullPath(contentRoot)), Path.GetFullPath(path, AppContext.BaseDirectory)];
        return Array.Find(candidates, File.Exists) ?? throw new MicroAppStartException(
            $"The app has no manifest: there is no '{candidates[0]}'. Write a microapp.yaml beside the project (docs/guide/manifest.md shows the shortest one), or name its place with MicroApp:ManifestPath.");
    }

    private static CompositeSecretSource CreateSecrets(MicroAppBuilder builder)
    {
        var sources = new List<SecretSource> { new EnvironmentSecretSource() };
        if (builder.Options.SecretsFolder is { } folder)
            sources.Add(new FileSecretSource(Path.GetFullPath(folder, builder.Root)));
        if (builder.Options.Environment == AppEnvironment.Sandbox)
            sources.Add(new SandboxKeySource(Path.Combine(builder.DataFolder, "keys"), builder.Options.KeySecret));
        return new CompositeSecretSource(sources);
    }

    private static T Store<T>(IServiceProvider provider)
        where T : class => provider.GetService<T>() ?? throw new MicroAppStartException(
            $"The app has no {typeof(T).Name}, and without it nothing may leave. Use AddMicroApp of the package MicroApps.Sdk, or add stores with UseSqlite of the package MicroApps.Sqlite.");
}
