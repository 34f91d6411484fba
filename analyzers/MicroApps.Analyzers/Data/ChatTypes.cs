using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>The types that hold prompts and answers.</summary>
internal sealed class ChatTypes
{
    private static readonly string[] s_names =
    [
        "Microsoft.Extensions.AI.ChatMessage", "Microsoft.Extensions.AI.ChatResponse", "Microsoft.Extensions.AI.ChatResponseUpdate", "Microsoft.Extensions.AI.AIContent",
        "OpenAI.Chat.ChatMessage", "OpenAI.Chat.ChatCompletion", "OpenAI.Chat.ChatMessageContent", "OpenAI.Chat.ChatMessageContentPart", "OpenAI.Chat.StreamingChatCompletionUpdate",
    ];

    private readonly HashSet<ISymbol> _types;
    private readonly INamedTypeSymbol? _usage;

    private ChatTypes(HashSet<ISymbol> types, INamedTypeSymbol? usage) => (_types, _usage) = (types, usage);

    /// <summary>Those that are referenced; null when none is.</summary>
    public static ChatTypes? In(Compilation compilation)
    {
        var types = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in s_names)
            if (compilation.GetTypeByMetadataName(name) is { } type)
                types.Add(type);
        return types.Count > 0 ? new(types, compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.UsageContent")) : null;
    }

    /// <summary>Whether a value is a prompt or an answer, a list of such, or the text of one.</summary>
    public bool IsContent(IOperation value) => Holds(value.Type) || IsTextOf(value);

    /// <summary>Whether a type holds prompts or answers, alone or as elements.</summary>
    public bool Holds(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
            return Is(array.ElementType);
        if (type is INamedTypeSymbol { TypeArguments: [var element], SpecialType: not SpecialType.System_Nullable_T } list && list.ContainingNamespace is { Name: "Generic" })
            return Is(element);
        return Is(type);
    }

    /// <summary>Whether text goes to a model through this: a call of a chat client, a message, or the content of one.</summary>
    public bool IsPrompt(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.Constructor } => Is(method.ContainingType),
        { Name: "GetResponseAsync" or "GetStreamingResponseAsync" } => method.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.AI",
        { Name: "CompleteChatAsync" or "CompleteChat" or "CompleteChatStreamingAsync" } => method.ContainingNamespace.ToDisplayString() == "OpenAI.Chat",
        _ => false,
    };

    private bool IsTextOf(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Text" or "Messages" or "Contents" or "Content" or "Arguments" or "Result", ContainingType: var owner } } => Is(owner),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => IsContent(instance),
        IArrayElementReferenceOperation { ArrayReference: var instance } => IsContent(instance),
        IImplicitIndexerReferenceOperation { Instance: var instance } => IsContent(instance),
        _ => false,
    };

    private bool Is(ITypeSymbol? type)
    {
        if (SymbolEqualityComparer.Default.Equals(type, _usage))
            return false;
        for (; type is not null; type = type.BaseType)
            if (_types.Contains(type))
                return true;
        return false;
    }
}
