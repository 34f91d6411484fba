namespace MicroApps;

/// <summary>A value of a record: a cell, a property, or a whole line.</summary>
/// <param name="Name">The column or property, which also says what the value may be; null in plain text.</param>
/// <param name="Text">The value.</param>
/// <param name="Line">Its line in the file, from 1.</param>
internal readonly record struct SourceField(string? Name, string Text, int Line);
