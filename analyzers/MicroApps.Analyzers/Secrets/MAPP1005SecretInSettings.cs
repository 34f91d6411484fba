using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>MAPP1005: a settings file that is committed with the source holds a secret.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP1005SecretInSettings : DiagnosticAnalyzer
{
    internal const string Id = "MAPP1005";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Secret in a settings file",
        "'{0}' looks like a secret{1}; keep it out of the file: dotnet user-secrets set \"{2}\" <value>",
        Categories.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Settings files are committed and published with the app. Keep secrets in user secrets on a developer's machine, in the environment or in a vault elsewhere.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (SettingsFile.KindOf(path) is not { } kind || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
            return;
        var text = source.ToString();
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile);
        var settings = SettingsReader.Read(text, kind);
        var told = new HashSet<int>();
        foreach (var finding in KnownCredentials.FindInFile(text))
        {
            var name = NameAt(settings, finding.Start);
            if (told.Add(source.Lines.GetLineFromPosition(finding.Start).LineNumber))
                Report(context, source, options, new TextSpan(finding.Start, finding.Length), text.Substring(finding.Start, finding.Length), name);
        }

        foreach (var setting in settings)
            if (SecretIn(setting, options) is { } secret && !KnownCredentials.AreIn(setting.Value) && told.Add(source.Lines.GetLineFromPosition(setting.Start).LineNumber))
                Report(context, source, options, new TextSpan(setting.Start, setting.Length), secret, setting.Name);
    }

    private static string? SecretIn(Setting setting, AnalyzerConfigOptions options)
    {
        if (ConnectionSecrets.Find(setting.Value) is { } connection)
            return connection.IsLocal ? null : connection.Value;
        var kind = SecretNames.Classify(setting.Name, options.List(RuleOptions.SecretNameWords));
        return kind != SecretKind.None && SecretValues.MayBe(setting.Value) && SecretValues.Is(setting.Value, kind) ? setting.Value : null;
    }

    private static string NameAt(IReadOnlyList<Setting> settings, int position)
    {
        foreach (var setting in settings)
            if (setting.Start <= position && position < setting.Start + setting.Length)
                return setting.Name;
        return "";
    }

    private static void Report(AdditionalFileAnalysisContext context, SourceText source, AnalyzerConfigOptions options, TextSpan span, string value, string name)
    {
        if (options.Allows(value) || PublicCredentials.Contains(value))
            return;
        var path = context.AdditionalFile.Path;
        var severity = SettingsFile.IsForDevelopment(path) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        var location = Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, location, severity, additionalLocations: null, properties: null,
            KnownCredentials.Mask(value), name.Length > 0 ? $" of '{name}'" : "", name.Length > 0 ? name.Replace("__", ":") : "Name"));
    }
}
