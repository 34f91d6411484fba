using MicroApps.Rego;

namespace MicroApps.Analyzers;

/// <summary>What the policies say about one manifest.</summary>
/// <param name="Denials">What they have against it, in the order of their texts.</param>
/// <param name="Errors">Why they came to no end; each has a place.</param>
internal sealed record PolicyVerdict(IReadOnlyList<Denial> Denials, IReadOnlyList<RegoError> Errors)
{
    /// <summary>Many times what a policy needs that reads a manifest, and well below a second.</summary>
    private const long Fuel = 2_000_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);
    private static readonly ContentCache<PolicyVerdict> s_verdicts = new(16);
    private static readonly PolicyVerdict s_none = new([], []);

    /// <summary>Evaluates the policies over a manifest, once for the same contents. A text that is no YAML is not judged.</summary>
    public static PolicyVerdict Of(ContentFile manifest, PolicyFiles files, CancellationToken cancellation)
    {
        var set = PolicySet.Of(files);
        return set.Query is null ? s_none : s_verdicts.Get(manifest.Key + files.Key, () => Evaluate(set, manifest, cancellation));
    }

    private static PolicyVerdict Evaluate(PolicySet set, ContentFile manifest, CancellationToken cancellation)
    {
        if (ManifestSource.Read(manifest).Root is not YamlMap root)
            return s_none;
        try
        {
            var options = new RegoEvaluationOptions { Fuel = Fuel, Timeout = s_longest };
            var solutions = set.Query!.Evaluate(ManifestInput.Of(root), set.Data, options, cancellation);
            return new([.. solutions.SelectMany(s => s.OrderBy(v => v.Key, StringComparer.Ordinal)).SelectMany(v => Denial.From(v.Value)).Distinct()], []);
        }
        catch (RegoException e)
        {
            return new([], [.. e.Errors.Select(error => error.Line > 0 ? error : set.First! with { Code = error.Code, Message = error.Message })]);
        }
    }
}
