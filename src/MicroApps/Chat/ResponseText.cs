using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>One text of a response while it goes through the transforms of the guards, in one chunk or in many.</summary>
internal sealed class ResponseText(TransformChain chain, ResponseTextKind kind)
{
    private int _seen;

    public ResponseTextKind Kind => kind;

    /// <summary>The content that takes the place of a chunk: the same object when it passes as it is, null when all of it is held back.</summary>
    /// <param name="content">A text or reasoning content.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isWhole">Whether annotated positions count from the start of this content rather than of the whole text.</param>
    public AIContent? Append(AIContent content, string text, bool isWhole)
    {
        var start = isWhole ? _seen : 0;
        _seen += text.Length;
        if (text.Length > 0 && !chain.Append(text))
            return chain.Text.IsEmpty && content.Annotations is null && content.AdditionalProperties is null && content is not TextReasoningContent { ProtectedData: not null }
                ? null
                : Rebuild(content, chain.Take(), start);
        return content.Annotations is { Count: > 0 } ? Rebuild(content, text, start) : content;
    }

    /// <summary>The text that was held back, now that nothing more of it comes; null when there is none.</summary>
    public AIContent? Complete()
    {
        chain.Complete();
        if (chain.Text.IsEmpty)
            return null;
        var text = chain.Take();
        return kind == ResponseTextKind.Reasoning ? new TextReasoningContent(text) : new TextContent(text);
    }

    private AIContent Rebuild(AIContent content, string text, int start)
    {
        AIContent rebuilt = content is TextReasoningContent reasoning
            ? new TextReasoningContent(text) { ProtectedData = reasoning.ProtectedData }
            : new TextContent(text);
        rebuilt.AdditionalProperties = content.AdditionalProperties;
        rebuilt.RawRepresentation = content.RawRepresentation;
        rebuilt.Annotations = content.Annotations?.Select(a => Move(a, start)).ToList();
        return rebuilt;
    }

    private AIAnnotation Move(AIAnnotation annotation, int start)
    {
        if (annotation.AnnotatedRegions is not { Count: > 0 } regions || annotation.GetType() != typeof(CitationAnnotation) && annotation.GetType() != typeof(AIAnnotation))
            return annotation;

        var moved = annotation is CitationAnnotation citation
            ? new CitationAnnotation { Title = citation.Title, Url = citation.Url, FileId = citation.FileId, ToolName = citation.ToolName, Snippet = citation.Snippet }
            : new AIAnnotation();
        moved.RawRepresentation = annotation.RawRepresentation;
        moved.AdditionalProperties = annotation.AdditionalProperties;
        moved.AnnotatedRegions = [.. regions.Select(r => r is TextSpanAnnotatedRegion span ? Move(span, start) : r)];
        return moved;
    }

    private TextSpanAnnotatedRegion Move(TextSpanAnnotatedRegion span, int start) => new()
    {
        StartIndex = Move(span.StartIndex, start),
        EndIndex = Move(span.EndIndex, start),
    };

    private int? Move(int? position, int start) => position is { } at ? chain.MapPosition(start + at) - chain.MapPosition(start) : null;
}
