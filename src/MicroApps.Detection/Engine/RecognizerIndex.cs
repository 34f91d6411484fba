namespace MicroApps.Detection;

/// <summary>Runs the recognisers of a scanner over the paragraphs of a text.</summary>
internal sealed class RecognizerIndex(IReadOnlyList<TextRecognizer> recognizers)
{
    private readonly TextRecognizer[] _recognizers = [.. recognizers];

    public bool IsEmpty => _recognizers.Length == 0;

    /// <summary>Collects what is recognised in every complete paragraph that ends after <paramref name="settled"/>.</summary>
    /// <param name="pass">What counts.</param>
    /// <param name="text">The text.</param>
    /// <param name="settled">Position before which everything is settled.</param>
    /// <param name="paragraph">The start of a paragraph not after <paramref name="settled"/>; moved on to the last such.</param>
    /// <param name="found">Receives candidates.</param>
    public void Collect(in Pass pass, ReadOnlySpan<char> text, int settled, ref int paragraph, ref CandidateList? found)
    {
        List<Finding>? findings = null;
        for (var start = paragraph; start < text.Length;)
        {
            var end = Paragraph.EndOf(text, start, pass.Complete);
            if (end < 0)
            {
                (found ??= new()).Add(Candidate.PendingFrom(start));
                return;
            }

            if (end <= settled)
                paragraph = end;
            else
                Recognize(pass, text, start, end, findings ??= [], ref found);
            start = end;
        }
    }

    private void Recognize(in Pass pass, ReadOnlySpan<char> text, int start, int end, List<Finding> findings, ref CandidateList? found)
    {
        for (var order = 0; order < _recognizers.Length; order++)
        {
            findings.Clear();
            _recognizers[order].Recognize(text[start..end], findings);
            foreach (var finding in findings)
            {
                var match = Checked(finding, _recognizers[order], end - start) with { Start = start + finding.Start };
                if (pass.Counts(text, match))
                    (found ??= new()).Add(new Candidate(match, order, GivesWay: true));
            }
        }
    }

    private static Finding Checked(in Finding finding, TextRecognizer recognizer, int length) =>
        finding.Start >= 0 && finding.Length > 0 && finding.Start <= length - finding.Length && recognizer.Types.Contains(finding.Type)
            ? finding
            : throw new InvalidOperationException($"{recognizer.GetType().Name} found something outside the text, or of a type that it does not declare.");
}
