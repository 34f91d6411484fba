using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MicroApps.Analyzers;

/// <summary>Declares a model, a tool or a host in the manifest.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP4003Fix)), Shared]
public sealed class MAPP4003Fix() : ManifestFix(MAPP4003UndeclaredCapability.Id)
{
    private const string Key = "MAPP4003.";

    // The gravest first: what is too low nobody reviews.
    private static readonly string[] s_effects = ["external", "write", "read", "none"];

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic)
    {
        var name = diagnostic.Properties[MAPP4003UndeclaredCapability.NameKey];
        return diagnostic.Properties[MAPP4003UndeclaredCapability.SectionKey] switch
        {
            CapabilityUse.Models => [($"Declare the model '{name}' beside the default model in microapp.yaml", Key + CapabilityUse.Models)],
            CapabilityUse.Egress => [($"Declare the host '{name}' in microapp.yaml", Key + CapabilityUse.Egress)],
            _ => s_effects.Select(effect => ($"Declare the tool '{name}' with side effects '{effect}' in microapp.yaml", Key + effect)),
        };
    }

    private protected override string? Edit(string text, Diagnostic diagnostic, string key, string project)
    {
        var edit = new ManifestEdit(text);
        var (section, use) = (diagnostic.Properties[MAPP4003UndeclaredCapability.SectionKey]!, diagnostic.Properties[MAPP4003UndeclaredCapability.UseKey]);
        // One of a fix for all may be of another kind.
        if (edit.Before.Manifest is not { } manifest || diagnostic.Properties[MAPP4003UndeclaredCapability.NameKey] is not { } name || Offers(diagnostic).All(offer => offer.Key != key))
            return null;
        IReadOnlyList<KeyValuePair<string, string>>? fields = section switch
        {
            CapabilityUse.Models => ModelLike((YamlMap)edit.Before.Root!.Find("models[0]"), name, use),
            CapabilityUse.Egress => use == EgressUse.Plain ? [new("host", ManifestEdit.Scalar(name))] : null,
            _ => [new("name", ManifestEdit.Scalar(name)), new("sideEffects", key.Substring(Key.Length))],
        };
        return fields is not null && edit.AddItem(section, fields) is { } changed && Holds(ManifestText.Read(changed, ManifestSource.Name, hash: null).Manifest, manifest, section, name) ? changed : null;
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
    private static bool Holds(Manifest? after, Manifest before, string section, string name) => after is not null && section switch
    {
        CapabilityUse.Models => IsOneMore(after.Models, before.Models, model => model.Id, name) && (after with { Models = before.Models }).Equals(before),
        CapabilityUse.Egress => IsOneMore(after.Egress, before.Egress, egress => egress.Host, name) && (after with { Egress = before.Egress }).Equals(before),
        _ => IsOneMore(after.Tools, before.Tools, tool => tool.Name, name) && (after with { Tools = before.Tools }).Equals(before),
    };

    private static bool IsOneMore<T>(IReadOnlyList<T> after, IReadOnlyList<T> before, Func<T, string> nameOf, string name) =>
        after.Count == before.Count + 1 && nameOf(after[before.Count]) == name && after.Take(before.Count).SequenceEqual(before);
}
