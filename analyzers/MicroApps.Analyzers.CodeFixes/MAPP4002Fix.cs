using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MicroApps.Analyzers;

/// <summary>Adds a field that the manifest must have, with a value to be looked at; renames or removes one that it cannot have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP4002Fix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".yaml"]), Shared]
public sealed class MAPP4002Fix() : ManifestFix(MAPP4002ManifestInvalid.Id)
{
    private const string Key = "MAPP4002.Field", Rename = "MAPP4002.Rename", Remove = "MAPP4002.Remove";

    private static readonly Dictionary<string, string> s_values = new()
    {
        ["schema"] = "1",
        ["version"] = "0.1.0",
        ["owner"] = "first.last@example.com",
        ["ownerGroup"] = "my-team",
        ["purpose"] = "Say in a sentence what the app is for.",
        ["users"] = "{ reach: team }",
        ["environments"] = "[sandbox]",
        ["data"] = "[]",
    };

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        if (properties.TryGetValue(MAPP4002ManifestInvalid.MissingKey, out var missing))
            yield return ($"Add '{missing}' to fill in", Key);
        if (properties.TryGetValue(MAPP4002ManifestInvalid.MeantKey, out var meant))
            yield return ($"Write '{meant}'", Rename);
        if (properties.TryGetValue(MAPP4002ManifestInvalid.UnknownKey, out var unknown))
            yield return ($"Remove '{unknown}'", Remove);
    }

    private protected override string? Edit(string text, Diagnostic diagnostic, string key, string project)
    {
        var edit = new ManifestEdit(text);
        // One error less, and none in its place.
        return Edit(edit, diagnostic.Properties, key, project) is { } changed && ManifestText.Read(changed, ManifestSource.Name, hash: null).Errors.Count < edit.Before.Errors.Count ? changed : null;
    }

    private static string? Edit(ManifestEdit edit, ImmutableDictionary<string, string?> properties, string key, string project)
    {
        if (key == Key)
            return properties.TryGetValue(MAPP4002ManifestInvalid.MissingKey, out var missing) && ValueOf(missing!, project) is { } value ? edit.AddField(missing!, value) : null;
        // Where it stands now: an edit before this one may have moved it.
        if (!properties.TryGetValue(MAPP4002ManifestInvalid.UnknownKey, out var unknown) || edit.Before.Errors.FirstOrDefault(e => e.Field == unknown) is not { } error)
            return null;
        if (key == Remove)
            return edit.RemoveField(error.Line, error.Column);
        return properties.TryGetValue(MAPP4002ManifestInvalid.MeantKey, out var meant) ? edit.RenameField(error.Line, error.Column, unknown!.Substring(unknown.LastIndexOf('.') + 1), meant!) : null;
    }

    private static string? ValueOf(string field, string project) => field switch
    {
        "id" => Id(project),
        "name" => ManifestEdit.Scalar(project),
        _ => s_values.TryGetValue(field, out var value) ? value : null,
    };

    // Contoso.StoreNotes: contoso-store-notes
    private static string? Id(string project) => string.Join("-", NameWords.Of(project.Replace('.', '_'))) is { Length: > 2 } id ? id.ToLowerInvariant() : null;
}
