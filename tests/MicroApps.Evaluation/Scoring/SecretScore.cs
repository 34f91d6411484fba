using System.Text.Json.Nodes;
using MicroApps.Detection;

namespace MicroApps.Evaluation;

/// <summary>
/// Texts with a secret in which one was found, found where it is annotated, and found with both ends about right; and clean texts in which
/// something was found.
/// </summary>
internal sealed class SecretScore
{
    private int _positives;
    private int _found;
    private int _touched;
    private int _spans;
    private int _clean;
    private int _falseAlarms;

    /// <summary>Counts one text; true when the answer was wrong. Texts that are clean for one rule only do not count.</summary>
    public bool Add(SecretCase item, IReadOnlyList<Finding> findings)
    {
        if (!item.HasSecret)
        {
            _clean += item.IsClean ? 1 : 0;
            _falseAlarms += item.IsClean && findings.Count > 0 ? 1 : 0;
            return item.IsClean && findings.Count > 0;
        }

        var isTouched = findings.Any(f => item.Secret is not { } secret || secret.Overlaps(new Span(f.Start, f.End, "")));
        _positives++;
        _found += findings.Count > 0 ? 1 : 0;
        _touched += isTouched ? 1 : 0;
        _spans += findings.Any(f => item.Secret is { } secret && secret.Likeness(new Span(f.Start, f.End, "")) >= 0.5) ? 1 : 0;
        return !isTouched;
    }

    public JsonObject ToJson() => new()
    {
        ["positives"] = _positives,
        ["recall"] = Ratio(_found, _positives),
        ["overlap_recall"] = Ratio(_touched, _positives),
        ["span_recall"] = Ratio(_spans, _positives),
        ["clean"] = _clean,
        ["false_alarms"] = _falseAlarms,
        ["fp_rate"] = Ratio(_falseAlarms, _clean),
    };

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);
}
