namespace MicroApps;

/// <summary>The kind of client that a governed call goes through.</summary>
public enum Surface
{
    /// <summary>A chat model.</summary>
    Chat,

    /// <summary>An embedding model.</summary>
    Embedding,

    /// <summary>A vector store.</summary>
    Vector,

    /// <summary>A tool or function.</summary>
    Tool,

    /// <summary>An HTTP request.</summary>
    Http,
}
