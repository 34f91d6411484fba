namespace MicroApps.Analyzers;

/// <summary>The categories of the rules and where their pages are.</summary>
internal static class Categories
{
    public const string Secrets = "MicroApp.Secrets";
    public const string Governance = "MicroApp.Governance";
    public const string Data = "MicroApp.Data";
    public const string Manifest = "MicroApp.Manifest";
    public const string Configuration = "MicroApp.Configuration";
    public const string Reliability = "MicroApp.Reliability";

    /// <summary>The page of a rule, by its path in the repository: the project has no public address yet, and one that nobody owns must not be shown.</summary>
    public static string HelpOf(string id) => $"docs/rules/{id}.md";
}
