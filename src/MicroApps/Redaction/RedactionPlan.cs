using System.Collections.Frozen;
using MicroApps.Detection;

namespace MicroApps;

/// <summary>What happens to each entity type in this app: the manifest's word, then the app's data class, then the defaults.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class RedactionPlan
{
    private readonly FrozenDictionary<EntityType, RedactionAction> _requests;
    private readonly FrozenDictionary<EntityType, ResponseAction> _responses;
    private readonly FrozenDictionary<string, FrozenSet<string>> _toolOriginals;

    public RedactionPlan(Manifest manifest, RedactionOptions options)
    {
        var named = Named(manifest).ToHashSet(StringComparer.Ordinal);
        List<EntityType> coded = [.. EntityTypes.Default, .. EntityTypes.OnRequest.Where(t => named.Contains(t.Name)), .. options.Detectors.Select(d => d.Type), .. options.Recognizers.SelectMany(r => r.Types)];
        List<CustomType> custom = [.. options.Custom, .. manifest.Redaction.Custom.Select(FromManifest)];
        RefuseDouble(coded.Distinct().Concat(custom.Select(c => c.Type)));
        List<EntityType> types = [.. coded.Concat(custom.Select(c => c.Type)).Distinct()];
        RefuseUnknown(named, types);
        var dataClass = manifest.Data.Select(d => d.Class).DefaultIfEmpty(DataClass.Public).Max();
        _requests = types.ToFrozenDictionary(t => t, t => RequestAction(manifest.Redaction, options, dataClass, t));
        _responses = types.ToFrozenDictionary(t => t, t => ResponseActionOf(manifest.Redaction, options, t));
        _toolOriginals = manifest.Tools.ToFrozenDictionary(t => t.Name, t => t.Originals.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        RequestScanner = Scanner(options, custom, types.Where(t => _requests[t] != RedactionAction.Allow));
        MaskScanner = Scanner(options, custom, types.Where(t => _responses[t] != ResponseAction.Report));
        ReportScanner = Scanner(options, custom, types.Where(t => _responses[t] == ResponseAction.Report));
        Labels = [.. types.Select(t => t.Label).Append(PlaceholderMap.LiteralLabel).Distinct(StringComparer.Ordinal)];
        Syntax = new PlaceholderSyntax(Labels);
        AllowsUnscannable = manifest.Redaction.Unscannable is { } declared
            ? declared == UnscannableAction.Allow
            : dataClass <= DataClass.Internal;
        DataClass = dataClass;
    }

    public TextScanner RequestScanner { get; }

    /// <summary>Finds what is masked or blocked in responses.</summary>
    public TextScanner MaskScanner { get; }

    /// <summary>Finds what is only counted in responses.</summary>
    public TextScanner ReportScanner { get; }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Recognises the placeholders of every label.</summary>
    public PlaceholderSyntax Syntax { get; }

    public bool AllowsUnscannable { get; }

    public DataClass DataClass { get; }

    public RedactionAction ForRequest(EntityType type) => _requests[type];

    public ResponseAction ForResponse(EntityType type) => _responses[type];

    /// <summary>Whether a tool may see the real values of an entity type: only if the manifest says so.</summary>
    public bool MaySee(string tool, string entityType) =>
        entityType == PlaceholderMap.LiteralLabel || (_toolOriginals.TryGetValue(tool, out var originals) && originals.Contains(entityType));

    private static RedactionAction RequestAction(ManifestRedaction manifest, RedactionOptions options, DataClass dataClass, EntityType type)
    {
        if (manifest.Classes.TryGetValue(dataClass, out var byClass) && byClass.TryGetValue(type.Name, out var classAction))
            return classAction;
        if (manifest.Types.TryGetValue(type.Name, out var action))
            return action;
        return type.Kind == EntityKind.Secret ? options.Secrets : options.PersonalData;
    }

    private static ResponseAction ResponseActionOf(ManifestRedaction manifest, RedactionOptions options, EntityType type) =>
        manifest.Responses.TryGetValue(type.Name, out var action) ? action
        : options.MaskInResponses.Contains(type.Name) ? ResponseAction.Mask
        : ResponseAction.Report;

    private static TextScanner Scanner(RedactionOptions options, List<CustomType> custom, IEnumerable<EntityType> types)
    {
        var wanted = types.ToHashSet();
        var scannerOptions = new TextScannerOptions { MinScore = options.MinScore };
        scannerOptions.Types.Clear();
        scannerOptions.Types.UnionWith(EntityTypes.All.Where(wanted.Contains));
        foreach (var detector in options.Detectors.Where(d => wanted.Contains(d.Type)))
            scannerOptions.Detectors.Add(detector);
        foreach (var type in custom.Where(c => wanted.Contains(c.Type)))
            scannerOptions.Custom.Add(type);
        foreach (var recognizer in options.Recognizers.Where(r => r.Types.Any(wanted.Contains)))
            scannerOptions.Recognizers.Add(new SelectiveRecognizer(recognizer, wanted));
        try
        {
            return new TextScanner(scannerOptions);
        }
        catch (ArgumentException refused)
        {
            throw new MicroAppStartException($"What redaction shall look for cannot run. {refused.Message}", refused);
        }
    }

    private static CustomType FromManifest(ManifestEntityType declared) =>
        new(new EntityType(declared.Type, declared.Type, EntityKind.Pii))
        {
            Pattern = declared.Pattern,
            Words = declared.Words,
            Context = declared.Context,
            Validator = declared.Validator,
        };

    private static void RefuseDouble(IEnumerable<EntityType> types)
    {
        if (types.GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new MicroAppStartException($"The entity type '{twice.Key}' is defined twice: in redaction.custom of the manifest, in the redaction options, or as a built-in type. Give yours another name.");
    }

    private static IEnumerable<string> Named(Manifest manifest) =>
        manifest.Redaction.Types.Keys
            .Concat(manifest.Redaction.Responses.Keys)
            .Concat(manifest.Redaction.Classes.Values.SelectMany(c => c.Keys))
            .Concat(manifest.Tools.SelectMany(t => t.Originals))
            .Concat(manifest.Egress.SelectMany(e => e.Originals));

    private static void RefuseUnknown(IEnumerable<string> named, IEnumerable<EntityType> types)
    {
        var known = types.Concat(EntityTypes.OnRequest).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new MicroAppStartException(
                $"The manifest names the entity type '{unknown}', which nothing in this app detects. Use one of {string.Join(", ", known.Order(StringComparer.Ordinal))}, declare it under redaction.custom, or add a detector for it to the redaction options.");
        }
    }
}
