namespace MicroApps;

/// <summary>A value of a record: a cell, a property, or a whole line. One with a name and no text is a name that stands alone.</summary>
/// <param name="Name">The column or property, which also says what the value may be; null in plain text.</param>
/// <param name="Text">The value.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Lead">In plain text the line before, which may say what the value is.</param>
/// <param name="Place">What is shown instead of the name, where there is no name to show.</param>
internal readonly record struct SourceField(string? Name, string Text, int Line, string Lead = "", string? Place = null);
