namespace MicroApps.Analyzers;

/// <summary>Where in source a credential stands.</summary>
internal enum SourcePlace
{
    /// <summary>In a name or a sign: none of a secret's places.</summary>
    Code,

    /// <summary>In a literal, or the text of an interpolated string.</summary>
    Literal,

    /// <summary>In a comment, a disabled section, or the text of a directive.</summary>
    Remark,
}
