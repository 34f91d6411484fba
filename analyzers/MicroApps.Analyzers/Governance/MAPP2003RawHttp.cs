using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP2003: HTTP or a web socket is used against the host of a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP2003RawHttp : DiagnosticAnalyzer
{
    internal const string Id = "MAPP2003";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "HTTP to the host of a model",
        "This request goes to '{0}' ({1}) past redaction, quota and audit; use the governed IChatClient",
        Categories.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A request made by hand carries whatever is put into it, and nothing records that it was made.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (HttpAddresses.In(start.Compilation) is not { } addresses)
                return;
            start.RegisterOperationAction(c => Check(c, addresses.Of((IInvocationOperation)c.Operation)), OperationKind.Invocation);
            start.RegisterOperationAction(c => Check(c, addresses.Of((IObjectCreationOperation)c.Operation)), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => Check(c, addresses.Of((ISimpleAssignmentOperation)c.Operation)), OperationKind.SimpleAssignment);
        });
    }

    private static void Check(OperationAnalysisContext context, IOperation? address)
    {
        if (address?.SemanticModel is not { } model || address.Syntax is not ExpressionSyntax expression || AddressText.Of(expression, model, context.CancellationToken) is not { } text)
            return;
        var place = context.Operation.Syntax;
        var hosts = context.Options.AnalyzerConfigOptionsProvider.GetOptions(place.SyntaxTree).List(RuleOptions.AdditionalHosts);
        if (EndpointText.Find(text, isPart: false, hosts) is { } found && place.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, found.Host, found.Provider));
    }
}
