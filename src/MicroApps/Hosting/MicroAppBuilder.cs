using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MicroApps;

/// <summary>What <c>AddMicroApp</c> gives back: the place to add an app's own guards, providers and stores.</summary>
public sealed class MicroAppBuilder
{
    internal MicroAppBuilder(IServiceCollection services, Manifest manifest, MicroAppOptions options, string root)
    {
        Services = services;
        Manifest = manifest;
        Options = options;
        Root = root;
    }

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The manifest that was read.</summary>
    public Manifest Manifest { get; }

    /// <summary>The settings, which may be changed until the host is built.</summary>
    public MicroAppOptions Options { get; }

    /// <summary>The folder that the manifest is in.</summary>
    public string Root { get; }

    /// <summary>The folder of the app's stores, an absolute path.</summary>
    public string DataFolder => Path.GetFullPath(Options.DataFolder, Root);

    /// <summary>Adds a guard of the app's own. Guards of one point run in the order in which they were added.</summary>
    public MicroAppBuilder AddGuard(GuardPoint point, Func<IServiceProvider, Guard> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.AddSingleton(services => new GuardRegistration(point, create(services)));
        return this;
    }

    /// <summary>Adds a provider of models, for the provider names that it serves.</summary>
    public MicroAppBuilder AddProvider(Func<IServiceProvider, ModelProvider> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.AddSingleton(create);
        return this;
    }
}
