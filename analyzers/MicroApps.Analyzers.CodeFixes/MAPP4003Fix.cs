using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MicroApps.Analyzers;

/// <summary>Declares a model or a tool in the manifest.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP4003Fix)), Shared]
public sealed class MAPP4003Fix() : ManifestFix(MAPP4003UndeclaredCapability.Id)
{
    private const string Key = "MAPP4003.";

    // The gravest first: what is too low nobody reviews.
    private static readonly string[] s_effects = ["external", "write", "read", "none"];

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic)
    {
        var name = diagnostic.Properties[MAPP4003UndeclaredCapability.NameKey];
        if (diagnostic.Properties[MAPP4003UndeclaredCapability.SectionKey] == CapabilityUse.Models)
            return [($"Declare the model '{name}' beside the default model in microapp.yaml", Key + CapabilityUse.Models)];
        return s_effects.Select(effect => ($"Declare the tool '{name}' with side effects '{effect}' in microapp.yaml", Key + effect));
    }

    private protected override string? Edit(string text, Diagnostic diagnostic, string key, string project)
    {
        var edit = new ManifestEdit(text);
        if (edit.Before.Manifest is not { } manifest || diagnostic.Properties[MAPP4003UndeclaredCapability.NameKey] is not { } name)
            return null;
        var isModel = diagnostic.Properties[MAPP4003UndeclaredCapability.SectionKey] == CapabilityUse.Models;
        if (isModel != (key == Key + CapabilityUse.Models))
            return null;
        var changed = isModel
            ? edit.AddItem(CapabilityUse.Models, ModelLike((YamlMap)edit.Before.Root!.Find("models[0]"), name, diagnostic.Properties[MAPP4003UndeclaredCapability.UseKey]))
            : edit.AddItem(CapabilityUse.Tools, [new("name", ManifestEdit.Scalar(name)), new("sideEffects", key.Substring(Key.Length))]);
        return changed is not null && Holds(ManifestText.Read(changed, ManifestSource.Name, hash: null).Manifest, manifest, isModel, name) ? changed : null;
    }

    // At the same provider, under the same contract.
    private static List<KeyValuePair<string, string>> ModelLike(YamlMap first, string name, string? use)
    {
        var fields = new List<KeyValuePair<string, string>> { new("id", ManifestEdit.Scalar(name)) };
        foreach (var field in new[] { "provider", "endpoint", "trust", "region", "keySecret" })
            if (first[field] is YamlScalar { Text: var value })
                fields.Add(new(field, ManifestEdit.Scalar(value)));
        if (use == CapabilityUse.Embeddings)
            fields.Add(new("use", "[embeddings]"));
        return fields;
    }

    // Valid, one more, and nothing else changed.
    private static bool Holds(Manifest? after, Manifest before, bool isModel, string name) => after is not null
        && after.Models.Count == before.Models.Count + (isModel ? 1 : 0) && after.Tools.Count == before.Tools.Count + (isModel ? 0 : 1)
        && (isModel ? after.Models[after.Models.Count - 1].Id : after.Tools[after.Tools.Count - 1].Name) == name
        && (after with { Models = before.Models, Tools = before.Tools }).Equals(before);
}
