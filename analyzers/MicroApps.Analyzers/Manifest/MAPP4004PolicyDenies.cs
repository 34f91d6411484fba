using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP4004: a policy of the organisation denies what the manifest declares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP4004PolicyDenies : DiagnosticAnalyzer
{
    internal const string Id = "MAPP4004";
    internal const int Most = 100;

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Policy denies the manifest",
        "Denied by policy: {0}",
        Categories.Manifest,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A rule 'deny' of package 'microapp', in a .rego file of the project, has something against the manifest.",
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
        var denials = PolicyVerdict.Of(file, PolicyFiles.In(context.Options.AdditionalFiles, context.CancellationToken), context.CancellationToken).Denials;
        foreach (var denial in denials.Take(Most))
            context.ReportDiagnostic(Diagnostic.Create(context.Options.Form(Rule, s_enforced), PlaceOf(file, denial.Field), denial.Message));
        if (denials.Count > Most)
            context.ReportDiagnostic(Diagnostic.Create(context.Options.Form(Rule, s_enforced), file.At(1, 1), $"there are {denials.Count - Most} more reasons"));
    }

    /// <summary>The field, or the nearest one around it; the first line when the file has nothing of it.</summary>
    private static Location PlaceOf(ContentFile file, string field)
    {
        var root = ManifestSource.Read(file).Root!;
        var node = root.Find(field);
        return ReferenceEquals(node, root) ? file.At(1, 1) : file.At(node.Line, node.Column);
    }
}
