namespace MicroApps.Analyzers;

/// <summary>Tells settings files by their names.</summary>
internal static class SettingsFile
{
    /// <summary>How a file is written; null when it is no settings file.</summary>
    public static SettingsKind? KindOf(string path)
    {
        var name = NameOf(path);
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return Begins(name, "appsettings") || Begins(name, "launchSettings") || Begins(name, "local.settings") || Begins(name, "microapp") ? SettingsKind.Json : null;
        if (Begins(name, ".env") || name.EndsWith(".env", StringComparison.OrdinalIgnoreCase))
            return SettingsKind.Lines;
        return Begins(name, "microapp.y") ? SettingsKind.Yaml : null;
    }

    /// <summary>Whether the file is for the developer's own machine.</summary>
    public static bool IsForDevelopment(string path)
    {
        var name = NameOf(path);
        return name.IndexOf("Development", StringComparison.OrdinalIgnoreCase) >= 0 || Begins(name, "launchSettings") || Begins(name, "local.settings");
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static bool Begins(string name, string beginning) => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
