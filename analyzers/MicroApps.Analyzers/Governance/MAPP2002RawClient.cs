using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP2002: the client of a provider is made outside the SDK.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP2002RawClient : DiagnosticAnalyzer
{
    internal const string Id = "MAPP2002";

    private static readonly string[] s_testAttributes =
        ["Xunit.FactAttribute", "NUnit.Framework.TestAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute", "TUnit.Core.TestAttribute"];

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Provider client outside the SDK",
        "'{0}' sends past redaction, quota and audit; take the governed IChatClient that builder.AddMicroApp() registers, or wrap it with Govern(app)",
        Categories.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A client made by hand goes straight to the provider, also when no endpoint is written: each has a default one.",
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
            if (ClientTypes.In(start.Compilation) is not { } clients)
                return;
            var severity = IsTestProject(start.Compilation) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
            var governed = new GovernedPlace(start.Compilation);
            var registrations = new ClientRegistrations(start.Compilation);
            start.RegisterOperationAction(c => Check(c, c.Operation.Type), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => CheckCall(c, (IInvocationOperation)c.Operation), OperationKind.Invocation);

            void Check(OperationAnalysisContext c, ITypeSymbol? type)
            {
                if (clients.Find(type) is not null && !IsAllowed(c, type!))
                    Report(c, type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }

            void CheckCall(OperationAnalysisContext c, IInvocationOperation call)
            {
                if (registrations.IsOne(call.TargetMethod, c.CancellationToken))
                    Report(c, call.TargetMethod.Name);
                else
                    Check(c, MadeBy(call.TargetMethod, call));
            }

            void Report(OperationAnalysisContext c, string what)
            {
                if (!governed.Contains(c.Operation) && c.Operation.Syntax.GetLocation() is var location && location.IsShown())
                    c.ReportDiagnostic(Diagnostic.Create(Rule, location, severity, additionalLocations: null, properties: null, what));
            }
        });
    }

    // PredictionServiceClient.Create(), services.AddSingleton<OpenAIClient>(), Activator.CreateInstance<OpenAIClient>()
    private static ITypeSymbol? MadeBy(IMethodSymbol method, IInvocationOperation call)
    {
        if (method is { IsStatic: true, IsExtensionMethod: false, TypeArguments.IsEmpty: true } && method.Name.StartsWith("Create", StringComparison.Ordinal))
            return SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) ? method.ReturnType : null;
        if (method.TypeArguments.IsEmpty || method.Name is not ("AddSingleton" or "AddScoped" or "AddTransient" or "AddHttpClient" or "CreateInstance" or "TryAddSingleton" or "TryAddScoped" or "TryAddTransient"))
            return null;
        // A factory is told where it makes the client.
        foreach (var argument in call.Arguments)
            if (argument.Value is IDelegateCreationOperation)
                return null;
        return method.TypeArguments[method.TypeArguments.Length - 1];
    }

    private static bool IsTestProject(Compilation compilation)
    {
        foreach (var name in s_testAttributes)
            if (compilation.GetTypeByMetadataName(name) is not null)
                return true;
        return false;
    }

    private static bool IsAllowed(OperationAnalysisContext context, ITypeSymbol type)
    {
        var allowed = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree).List(RuleOptions.AllowedClientTypes);
        if (allowed.Count == 0)
            return false;
        var name = type.ToDisplayString();
        foreach (var one in allowed)
            if (one == name)
                return true;
        return false;
    }
}
