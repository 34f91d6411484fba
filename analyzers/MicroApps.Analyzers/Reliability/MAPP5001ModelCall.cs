using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP5001: a call of a model blocks its thread, or drops the token that could end it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP5001ModelCall : DiagnosticAnalyzer
{
    internal const string Id = "MAPP5001";

    /// <summary>The property of a diagnostic that holds the name of the token to pass.</summary>
    internal const string TokenKey = "token";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Model call that blocks or cannot be cancelled",
        "{0}",
        Categories.Reliability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A model answers in seconds, sometimes in minutes. A thread that waits serves nobody, and a call that nobody can end is paid to its end.",
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
            if (start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IChatClient") is not { } chat)
                return;
            var calls = new ModelCalls(start.Compilation, chat);
            start.RegisterOperationAction(c => Analyze(c, (IInvocationOperation)c.Operation, calls), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ModelCalls calls)
    {
        if (!calls.IsOne(call) || !call.Syntax.GetLocation().IsShown())
            return;
        if (BlockAround(call.Syntax) is { } block)
            context.ReportDiagnostic(Diagnostic.Create(Rule, block.GetLocation(), "This call of a model blocks its thread; await it"));
        if (calls.DroppedToken(call, context.CancellationToken) is { } token)
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, call.Syntax.GetLocation(), DiagnosticSeverity.Info, additionalLocations: null, ImmutableDictionary<string, string?>.Empty.Add(TokenKey, token),
                $"This call of a model cannot be cancelled; pass '{token}'"));
    }

    /// <summary>What waits for a call: <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>; null when nothing does.</summary>
    internal static ExpressionSyntax? BlockAround(SyntaxNode call)
    {
        var inner = call;
        while (inner.Parent is ParenthesizedExpressionSyntax)
            inner = inner.Parent;
        if (inner.Parent is not MemberAccessExpressionSyntax member || member.Expression != inner)
            return null;
        return (member.Name.Identifier.ValueText, member.Parent) switch
        {
            ("Result", _) => member,
            ("Wait", InvocationExpressionSyntax wait) => wait,
            ("GetAwaiter", InvocationExpressionSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Parent: InvocationExpressionSyntax result } }) => result,
            ("AsTask" or "ConfigureAwait", InvocationExpressionSyntax outer) => BlockAround(outer),
            _ => null,
        };
    }
}
