namespace MicroApps;

/// <summary>Who may read a vector store.</summary>
public enum VectorVisibility
{
    /// <summary>This app alone.</summary>
    Private,

    /// <summary>Other apps of the organisation as well.</summary>
    Shared,

    /// <summary>Anybody.</summary>
    Public,
}
