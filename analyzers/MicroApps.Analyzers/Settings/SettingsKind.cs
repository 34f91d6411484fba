namespace MicroApps.Analyzers;

/// <summary>How a settings file is written.</summary>
internal enum SettingsKind
{
    /// <summary>JSON, with comments.</summary>
    Json,

    /// <summary>A <c>NAME=value</c> on each line.</summary>
    Lines,

    /// <summary>A <c>name: value</c> on each line.</summary>
    Yaml,
}
