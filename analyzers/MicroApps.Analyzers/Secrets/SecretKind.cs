namespace MicroApps.Analyzers;

/// <summary>What a name says of its value.</summary>
internal enum SecretKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Perhaps a key: "key", "auth", "bearer".</summary>
    MaybeKey,

    /// <summary>A key, a token, a secret.</summary>
    Key,

    /// <summary>A password, which people make up.</summary>
    Password,
}
