namespace MicroApps.Detection.Tests;

/// <summary>A scanner with words of an organisation's own; patterns need .NET 10.</summary>
internal static class OwnScanners
{
    public static TextScanner[] All { get; } = [new(WithWords())];

    private static TextScannerOptions WithWords()
    {
        var options = new TextScannerOptions();
        options.Custom.Add(new(new("WORDS", "W", EntityKind.Pii)) { Words = ["user", "user:pass", "the quarterly", "ssn ssn", "1.2"] });
        return options;
    }
}
