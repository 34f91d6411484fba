using MicroApps.Detection;

namespace MicroApps;

/// <summary>A recogniser of which only some types are wanted.</summary>
internal sealed class SelectiveRecognizer(TextRecognizer inner, IReadOnlySet<EntityType> wanted) : TextRecognizer([.. inner.Types.Where(wanted.Contains)])
{
    public override void Recognize(ReadOnlySpan<char> text, ICollection<Finding> findings)
    {
        List<Finding> all = [];
        inner.Recognize(text, all);
        foreach (var finding in all)
            if (wanted.Contains(finding.Type))
                findings.Add(finding);
    }
}
