namespace MicroApps;

/// <summary>What a form, a guide or an editor needs to know of one field of the manifest.</summary>
/// <param name="Path">The field's path; <c>[]</c> stands for each item of a list, as in <c>models[].trust</c>.</param>
/// <param name="Holds">What it holds, in words.</param>
/// <param name="Required">Whether it must be there when the group around it is.</param>
/// <param name="Default">What holds when it is left out, as it would be written; null when that says nothing.</param>
/// <param name="Description">What it is for; backquotes mark words to write.</param>
public sealed record ManifestField(string Path, string Holds, bool Required, string? Default, string Description);
