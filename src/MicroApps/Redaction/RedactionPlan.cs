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
        var types = EntityTypes.All.Concat(options.Detectors.Select(d => d.Type)).Distinct().ToList();
        RefuseUnknown(manifest, types);
        var dataClass = manifest.Data.Select(d => d.Class).DefaultIfEmpty(DataClass.Public).Max();
        _requests = types.ToFrozenDictionary(t => t, t => RequestAction(manifest.Redaction, options, dataClass, t));
        _responses = types.ToFrozenDictionary(t => t, t => ResponseActionOf(manifest.Redaction, options, t));
        _toolOriginals = manifest.Tools.ToFrozenDictionary(t => t.Name, t => t.Originals.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        RequestScanner = Scanner(options, types.Where(t => _requests[t] != RedactionAction.Allow));
        MaskScanner = Scanner(options, types.Where(t => _responses[t] != ResponseAction.Report));
        ReportScanner = Scanner(options, types.Where(t => _responses[t] == ResponseAction.Report));
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

    private static TextScanner Scanner(RedactionOptions options, IEnumerable<EntityType> types)
    {
        var scannerOptions = new TextScannerOptions { MinScore = options.MinScore };
        scannerOptions.Types.Clear();
        scannerOptions.Types.UnionWith(types);
        foreach (var detector in options.Detectors.Where(d => scannerOptions.Types.Contains(d.Type)))
            scannerOptions.Detectors.Add(detector);
        return new TextScanner(scannerOptions);
    }

    private static void RefuseUnknown(Manifest manifest, List<EntityType> types)
    {
        var known = types.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var named = manifest.Redaction.Types.Keys
            .Concat(manifest.Redaction.Responses.Keys)
            .Concat(manifest.Redaction.Classes.Values.SelectMany(c => c.Keys))
            .Concat(manifest.Tools.SelectMany(t => t.Originals))
            .Concat(manifest.Egress.SelectMany(e => e.Originals));
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new MicroAppStartException(
                $"The manifest names the entity type '{unknown}', which nothing in this app detects. Use one of {string.Join(", ", known.Order(StringComparer.Ordinal))}, or add a detector for it to the redaction options.");
        }

        if (manifest.Redaction.Custom.Count > 0)
            throw new MicroAppStartException("The manifest declares redaction.custom types, which this version does not evaluate. Remove them, or add a detector to the redaction options; running without them would leave those values unprotected.");
    }
}
