using MicroApps;
using MicroApps.Detection;
using MicroApps.Names;
using Microsoft.Extensions.Hosting;

namespace Repo.Tests.Snippets;

internal static class Scanning
{
    public static IReadOnlyList<Finding> Scan()
    {
        // snippet: scan
        var findings = TextScanner.Default.Scan("Mail anna@contoso.com");   // EMAIL_ADDRESS at 5..21, score 0.95
        // end-snippet
        return findings;
    }

    public static void AddNames(HostApplicationBuilder builder)
    {
        // snippet: names
        builder.AddMicroApp(options => options.Redaction.Recognizers.Add(new NameRecognizer()));
        // end-snippet
    }
}
