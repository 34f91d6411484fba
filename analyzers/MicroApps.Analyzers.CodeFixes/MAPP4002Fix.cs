using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MicroApps.Analyzers;

/// <summary>Adds a field that the manifest must have, with a value to be looked at.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP4002Fix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".yaml"]), Shared]
public sealed class MAPP4002Fix() : ManifestFix(MAPP4002ManifestInvalid.Id)
{
    private const string Key = "MAPP4002.Field";

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

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(MAPP4002ManifestInvalid.MissingKey, out var field) ? [($"Add '{field}' to fill in", Key)] : [];

    private protected override string? Edit(string text, Diagnostic diagnostic, string key, string project)
    {
        if (!diagnostic.Properties.TryGetValue(MAPP4002ManifestInvalid.MissingKey, out var field) || ValueOf(field!, project) is not { } value)
            return null;
        var edit = new ManifestEdit(text);
        // One error less, and none in its place.
        return edit.AddField(field!, value) is { } changed && ManifestText.Read(changed, ManifestSource.Name, hash: null).Errors.Count < edit.Before.Errors.Count ? changed : null;
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
