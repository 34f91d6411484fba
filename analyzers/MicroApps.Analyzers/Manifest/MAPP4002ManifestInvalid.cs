using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP4002: the runtime would refuse the manifest. Says what it would say, at the same places.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP4002ManifestInvalid : DiagnosticAnalyzer
{
    internal const string Id = "MAPP4002";
    internal const int Most = 20;

    /// <summary>The property of a diagnostic that names the field that is missing.</summary>
    internal const string MissingKey = "missing";

    // As the reader says it.
    private const string Missing = "this field is missing";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "App manifest invalid",
        "{0}{1}. {2}.",
        Categories.Manifest,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The app does not start with a manifest that is not valid.",
        Categories.HelpOf(Id));

    private static readonly DiagnosticDescriptor s_enforced = Rule.Enforced();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, s_enforced];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!ManifestSource.Is(context.AdditionalFile) || ContentFile.Open(context.AdditionalFile, context.CancellationToken) is not { } file)
            return;
        foreach (var error in ManifestSource.Read(file).Errors.Take(Most))
        {
            var field = error.Field.Length == 0 ? "" : error.Field + ": ";
            var properties = error.Message == Missing ? ImmutableDictionary<string, string?>.Empty.Add(MissingKey, error.Field) : null;
            context.ReportDiagnostic(Diagnostic.Create(context.Options.Form(Rule, s_enforced), file.At(error.Line, error.Column), properties, field, error.Message, error.Mend));
        }
    }
}
