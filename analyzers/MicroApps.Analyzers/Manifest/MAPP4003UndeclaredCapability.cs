using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP4003: code asks for a model, hands over a tool or calls a host that the manifest does not declare.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP4003UndeclaredCapability : DiagnosticAnalyzer
{
    internal const string Id = "MAPP4003";

    /// <summary>The properties of a diagnostic: the manifest's section, the name, and what a model is used for.</summary>
    internal const string SectionKey = "section", NameKey = "name", UseKey = "use";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Capability used but not declared in the manifest",
        "The {0} '{1}' is not declared{2} in microapp.yaml; add '{3}' under '{4}'",
        Categories.Manifest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What the app may use is reviewed in its manifest. A model that is not declared is refused when it is called; a tool or a host that is not declared nobody has reviewed.",
        Categories.HelpOf(Id));

    // Services under keys of the app's own need not be models.
    private static readonly string[] s_ownKeys = ["AddKeyed", ".KeyedSingleton", ".KeyedScoped", ".KeyedTransient", ".DescribeKeyed"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CapabilityTypes.In(start.Compilation) is not { } types || ManifestSource.Only(start.Options.AdditionalFiles, start.CancellationToken) is not { } manifest)
                return;
            var keyed = new SourceSigns(start.Compilation, s_ownKeys);
            start.RegisterOperationAction(c => Check(c.ReportDiagnostic, manifest, types.OfAssignment((ISimpleAssignmentOperation)c.Operation)), OperationKind.SimpleAssignment);
            start.RegisterOperationAction(
                c => CheckKeyed(c.ReportDiagnostic, manifest, keyed, types.OfCall((IInvocationOperation)c.Operation), c.CancellationToken), OperationKind.Invocation);
            if (EgressUse.In(start.Compilation) is { } egress)
                start.RegisterOperationAction(
                    c => Check(c.ReportDiagnostic, manifest, egress.Of(c)), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);
            start.RegisterSyntaxNodeAction(
                c => CheckKeyed(c.ReportDiagnostic, manifest, keyed, types.OfAttribute(c), c.CancellationToken), SyntaxKind.Attribute);
        });
    }

    private static void CheckKeyed(Action<Diagnostic> report, Manifest manifest, SourceSigns keyed, CapabilityUse? use, CancellationToken cancellation)
    {
        if (use is not { IsKeyed: true } || (!IsDeclared(manifest, use) && !keyed.Any(cancellation)))
            Check(report, manifest, use);
    }

    private static void Check(Action<Diagnostic> report, Manifest manifest, CapabilityUse? use)
    {
        if (use is null || use.Name.Length == 0 || IsDeclared(manifest, use))
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(SectionKey, use.Section).Add(NameKey, use.Name).Add(UseKey, use.Use);
        var (noun, purpose, entry) = use.Section switch
        {
            CapabilityUse.Tools => ("tool", "", $"name: {use.Name}, sideEffects: …"),
            CapabilityUse.Egress => ("host", "", $"host: {use.Name}"),
            _ => ("model", $" for {use.Use ?? "any use"}", $"id: {use.Name}, provider: …, trust: …{(use.Use == CapabilityUse.Embeddings ? ", use: [embeddings]" : "")}"),
        };
        report(Diagnostic.Create(Rule, use.Place, properties, noun, use.Name, purpose, $"- {{ {entry} }}", use.Section));
    }

    private static bool IsDeclared(Manifest manifest, CapabilityUse use) => use.Section switch
    {
        CapabilityUse.Tools => manifest.Tools.Any(tool => tool.Name == use.Name),
        // The address of a model is declared with it.
        CapabilityUse.Egress => manifest.Egress.Any(egress => egress.Host == use.Name) || manifest.Models.Any(model => model.Endpoint?.Host == use.Name),
        _ => IsDeclaredModel(manifest, use),
    };

    private static bool IsDeclaredModel(Manifest manifest, CapabilityUse use)
    {
        foreach (var model in manifest.Models)
            if ((model.Id == use.Name || (!use.IsKeyed && model.Deployment == use.Name)) && Serves(model, use.Use))
                return true;
        return use.Name == CapabilityUse.Sandbox && !use.IsKeyed;
    }

    private static bool Serves(ManifestModel model, string? use)
    {
        foreach (var one in model.Uses)
            if (use is null || one == (use == CapabilityUse.Chat ? ModelUse.Chat : ModelUse.Embeddings))
                return true;
        return false;
    }
}
