using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP4001: an app has no <c>microapp.yaml</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP4001ManifestMissing : DiagnosticAnalyzer
{
    internal const string Id = "MAPP4001";

    /// <summary>The property of the project that says, with false, that it is no app.</summary>
    private const string Required = "build_property.MicroAppManifestRequired";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "App manifest missing",
        "The app has no microapp.yaml; add one beside the project file, or set MicroAppManifestRequired to false in a project that is no app",
        Categories.Manifest,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The manifest declares what the app is and needs. Without it the app does not start.",
        Categories.HelpOf(Id),
        WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor s_enforced = Rule.Enforced();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, s_enforced];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        if (context.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication))
            return;
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!options.Holds(Required, "false") && !options.Holds(Enforcement.IsTest, "true") && !context.Options.AdditionalFiles.Any(ManifestSource.Is))
            context.ReportDiagnostic(Diagnostic.Create(context.Options.Form(Rule, s_enforced), Location.None));
    }
}
