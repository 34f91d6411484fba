using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP2004: a protection of the SDK is switched off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP2004ProtectionOff : DiagnosticAnalyzer
{
    internal const string Id = "MAPP2004";

    // RedactionAction.Allow
    private const int Allow = 4;
    private const double NothingFound = 1.0;

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Protection switched off",
        "{0}; leave the default, or declare the exception in microapp.yaml where it is reviewed",
        Categories.Governance,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The SDK protects by default. A switch in code opens a way round that no reviewer of the manifest sees.",
        Categories.HelpOf(Id));

    private static readonly Dictionary<(string Type, string Property), (object Value, string What)> s_switches = new()
    {
        [("RedactionOptions", "PersonalData")] = (Allow, ProtectionSettings.PersonalData),
        [("RedactionOptions", "Secrets")] = (Allow, ProtectionSettings.Secrets),
        [("RedactionOptions", "MinScore")] = (NothingFound, ProtectionSettings.MinScore),
        [("ChatGovernanceOptions", "ExposeInnerClient")] = (true, "The provider's own client is handed out"),
        [("ChatGovernanceOptions", "AllowRawRequestOptions")] = (true, "Raw options are sent as they are"),
        [("OpenAIModelOptions", "AllowHttp")] = (true, "Prompts and keys may travel unencrypted"),
    };

    private static readonly DiagnosticDescriptor s_enforced = Rule.Enforced();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, s_enforced];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("MicroApps.RedactionOptions") is not { ContainingAssembly: not null } redaction)
                return;
            start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
            start.RegisterOperationAction(c => AnalyzeCall(c, redaction), OperationKind.Invocation);
            start.RegisterAdditionalFileAction(AnalyzeSettings);
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { ContainingNamespace.Name: "MicroApps" } type } property })
            return;
        if (s_switches.TryGetValue((type.Name, property.Name), out var off) && IsOff(assignment.Value, off.Value))
            Report(context, off.What);
    }

    private static bool IsOff(IOperation value, object off)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (value is IConditionalOperation { WhenFalse: { } other } choice)
            return IsOff(choice.WhenTrue, off) || IsOff(other, off);
        return value.ConstantValue is { HasValue: true, Value: { } constant } && constant switch
        {
            bool b => b.Equals(off),
            int i when off is int => i.Equals(off),
            int i => off is double && i >= NothingFound,
            double d => off is double && d >= NothingFound,
            _ => false,
        };
    }

    // options.Redaction.MaskInResponses.Clear()
    private static void AnalyzeCall(OperationAnalysisContext context, INamedTypeSymbol redaction)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod.Name: "Clear" or "Remove", Instance: IPropertyReferenceOperation { Property: { Name: "MaskInResponses", ContainingType: var type } } }
            && SymbolEqualityComparer.Default.Equals(type, redaction))
            Report(context, "What the model brings in is not masked");
    }

    // "MicroApp": { "Redaction": { "Secrets": "allow" } }
    private static void AnalyzeSettings(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (SettingsFile.KindOf(path) is not (SettingsKind.Json or SettingsKind.Lines) || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
            return;
        foreach (var (span, what) in ProtectionSettings.Off(source.ToString(), path))
        {
            var location = Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
            var severity = SettingsFile.IsForDevelopment(path) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
            context.ReportDiagnostic(Diagnostic.Create(
                severity == DiagnosticSeverity.Error ? context.Options.Form(Rule, s_enforced) : Rule, location, severity, additionalLocations: null, properties: null, what));
        }
    }

    private static void Report(OperationAnalysisContext context, string what)
    {
        if (context.Operation.Syntax.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(context.Options.Form(Rule, s_enforced), location, what));
    }
}
