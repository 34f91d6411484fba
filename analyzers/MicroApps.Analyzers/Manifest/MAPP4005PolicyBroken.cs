using System.Collections.Immutable;
using MicroApps.Rego;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP4005: a policy cannot be compiled or evaluated, so nobody knows what it would say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP4005PolicyBroken : DiagnosticAnalyzer
{
    internal const string Id = "MAPP4005";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Policy broken",
        "The policy cannot be evaluated: {0} ({1})",
        Categories.Manifest,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A .rego or .json file of the project's policies is refused, or its evaluation came to no end.",
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
        var path = context.AdditionalFile.Path;
        if (!PolicyFiles.IsModule(path) && !PolicyFiles.IsDocument(path))
            return;
        var cancellation = context.CancellationToken;
        var files = PolicyFiles.In(context.Options.AdditionalFiles, cancellation);
        if (files.Modules.Concat(files.Documents).FirstOrDefault(f => f.Path == path) is not { } file)
            return;
        foreach (var error in PolicySet.Of(files).Errors.Concat(Evaluated(context.Options.AdditionalFiles, files, cancellation)).Distinct())
            if (error.File == path)
                context.ReportDiagnostic(Diagnostic.Create(context.Options.Form(Rule, s_enforced), file.AtCharacter(error.Line, error.Column), error.Message.Replace('\n', ' '), error.Code));
    }

    private static IEnumerable<RegoError> Evaluated(ImmutableArray<AdditionalText> all, PolicyFiles files, CancellationToken cancellation) =>
        all.Where(ManifestSource.Is).Select(m => ContentFile.Open(m, cancellation)).OfType<ContentFile>().SelectMany(m => PolicyVerdict.Of(m, files, cancellation).Errors);
}
