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
            var http = start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpClient");
            var request = start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestMessage");
            var socket = start.Compilation.GetTypeByMetadataName("System.Net.WebSockets.ClientWebSocket");
            if (http is null && socket is null)
                return;
            start.RegisterOperationAction(c => AnalyzeCall(c, (IInvocationOperation)c.Operation), OperationKind.Invocation);
            start.RegisterOperationAction(c => AnalyzeRequest(c, (IObjectCreationOperation)c.Operation), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => AnalyzeAssignment(c, (ISimpleAssignmentOperation)c.Operation), OperationKind.SimpleAssignment);

            void AnalyzeCall(OperationAnalysisContext c, IInvocationOperation call)
            {
                if (!TakesAddress(call.TargetMethod))
                    return;
                var type = call.Instance?.Type ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value.Type : null);
                if (!Is(type, http) && !Is(type, socket))
                    return;
                foreach (var argument in call.Arguments)
                    if (IsAddress(argument.Parameter) && Report(c, argument.Value, call.Syntax))
                        return;
            }

            void AnalyzeRequest(OperationAnalysisContext c, IObjectCreationOperation creation)
            {
                if (Is(creation.Type, request) && creation.Arguments.Length > 1)
                    Report(c, creation.Arguments[1].Value, creation.Syntax);
            }

            void AnalyzeAssignment(OperationAnalysisContext c, ISimpleAssignmentOperation assignment)
            {
                if (assignment.Target is IPropertyReferenceOperation { Property: var property }
                    && ((property.Name == "BaseAddress" && Is(property.ContainingType, http)) || (property.Name == "RequestUri" && Is(property.ContainingType, request))))
                    Report(c, assignment.Value, assignment.Syntax);
            }
        });
    }

    private static bool TakesAddress(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
            if (IsAddress(parameter))
                return true;
        return false;
    }

    private static bool IsAddress(IParameterSymbol? parameter) => parameter?.Name is "requestUri" or "uri" or "url";

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted)
    {
        if (wanted is null)
            return false;
        for (; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type, wanted))
                return true;
        return false;
    }

    private static bool Report(OperationAnalysisContext context, IOperation address, SyntaxNode place)
    {
        if (address.SemanticModel is not { } model || address.Syntax is not ExpressionSyntax expression)
            return false;
        if (AddressText.Of(expression, model, context.CancellationToken) is not { } text)
            return false;
        var hosts = context.Options.AnalyzerConfigOptionsProvider.GetOptions(place.SyntaxTree).List(RuleOptions.AdditionalHosts);
        if (EndpointText.Find(text, isPart: false, hosts) is not { } found || !place.GetLocation().IsShown())
            return false;
        context.ReportDiagnostic(Diagnostic.Create(Rule, place.GetLocation(), found.Host, found.Provider));
        return true;
    }
}
