namespace MicroApps;

/// <summary>What an app uses a model for.</summary>
public enum ModelUse
{
    /// <summary>Chat completion.</summary>
    Chat,

    /// <summary>Vectors that stand for text.</summary>
    Embeddings,
}
