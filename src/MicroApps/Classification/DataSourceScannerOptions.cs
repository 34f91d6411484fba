using MicroApps.Detection;

namespace MicroApps;

/// <summary>How a <see cref="DataSourceScanner"/> looks and judges.</summary>
public sealed class DataSourceScannerOptions
{
    /// <summary>What finds the values; the built-in types by default.</summary>
    public TextScanner Scanner { get; set; } = TextScanner.Default;

    /// <summary>The class of a source in which nothing was found; internal by default, for nobody can see from a text that it may be published.</summary>
    public DataClass ClassOfNothing { get; set; } = DataClass.Internal;

    /// <summary>Classes of entity types that differ from the built-in ones.</summary>
    public IDictionary<EntityType, DataClass> Classes { get; } = new Dictionary<EntityType, DataClass>();

    /// <summary>About how many bytes of each file are looked at, at least 65,536; 16 MiB by default. Larger files are sampled evenly.</summary>
    public long BytesPerFile { get; set; } = 16 * 1024 * 1024;

    internal DataClass ClassOf(EntityType type) => Classes.TryGetValue(type, out var given) ? given : EntityClasses.Of(type);
}
