using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Recognises where code names a model or hands over a tool.</summary>
internal sealed class CapabilityTypes
{
    private const string AI = "Microsoft.Extensions.AI.";

    private readonly INamedTypeSymbol? _chat, _options, _embeddingOptions, _modelOptions, _factory, _fromKeyed;
    private readonly ToolUse _tools;

    private CapabilityTypes(Compilation compilation)
    {
        _chat = compilation.GetTypeByMetadataName(AI + "IChatClient");
        _options = compilation.GetTypeByMetadataName(AI + "ChatOptions");
        _embeddingOptions = compilation.GetTypeByMetadataName(AI + "EmbeddingGenerationOptions");
        _factory = compilation.GetTypeByMetadataName(AI + "AIFunctionFactory");
        _modelOptions = compilation.GetTypeByMetadataName("MicroApps.OpenAIModelOptions");
        _fromKeyed = compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute");
        _tools = new(_options);
    }

    /// <summary>Null in a project that does not use the SDK.</summary>
    public static CapabilityTypes? In(Compilation compilation) => compilation.GetTypeByMetadataName("MicroApps.MicroApp") is null ? null : new(compilation);

    /// <summary>new ChatOptions { ModelId = "…" }, new OpenAIModelOptions { Model = "…" }</summary>
    public CapabilityUse? OfAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: "ModelId" or "Model", ContainingType: var type } } || TextOf(assignment.Value) is not { } name)
            return null;
        var place = assignment.Value.Syntax.GetLocation();
        if (Same(type, _options))
            return new(CapabilityUse.Models, name, CapabilityUse.Chat, place);
        if (Same(type, _embeddingOptions))
            return new(CapabilityUse.Models, name, CapabilityUse.Embeddings, place);
        return Same(type, _modelOptions) ? new(CapabilityUse.Models, name, null, place) : null;
    }

    /// <summary>services.GetRequiredKeyedService&lt;IChatClient&gt;("…"), Tools = [AIFunctionFactory.Create(…)]</summary>
    public CapabilityUse? OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name == "Create")
            return Same(method.ContainingType, _factory) && _tools.IsHandedOver(call) && ToolUse.NameOf(call) is { } tool
                ? new(CapabilityUse.Tools, tool, null, call.Syntax.GetLocation()) : null;
        if (method.Name is not ("GetRequiredKeyedService" or "GetKeyedService") || method.TypeArguments is not [var asked] || !Same(asked, _chat))
            return null;
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Name == "serviceKey" && TextOf(argument.Value) is { } name)
                return new(CapabilityUse.Models, name, CapabilityUse.Chat, argument.Value.Syntax.GetLocation(), IsKeyed: true);
        return null;
    }

    /// <summary>[FromKeyedServices("…")] IChatClient chat</summary>
    public CapabilityUse? OfAttribute(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is not AttributeSyntax { Name: var attribute, ArgumentList.Arguments: [{ Expression: var key }], Parent.Parent: ParameterSyntax { Type: { } type } }
            || NameOf(attribute) is not ("FromKeyedServices" or "FromKeyedServicesAttribute"))
            return null;
        var model = context.SemanticModel;
        return Same((model.GetSymbolInfo(attribute, context.CancellationToken).Symbol as IMethodSymbol)?.ContainingType, _fromKeyed)
            && Same(model.GetTypeInfo(type, context.CancellationToken).Type, _chat) && model.GetConstantValue(key, context.CancellationToken).Value is string name
            ? new(CapabilityUse.Models, name, CapabilityUse.Chat, key.GetLocation(), IsKeyed: true) : null;
    }

    private static string NameOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };

    private static string? TextOf(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
    }

    private static bool Same(ITypeSymbol? type, INamedTypeSymbol? wanted) => wanted is not null && SymbolEqualityComparer.Default.Equals(type, wanted);
}
