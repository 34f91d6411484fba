using MicroApps.Detection;

namespace MicroApps.Names;

/// <summary>Finds names of people, places and organisations with the model inside this package.</summary>
/// <remarks>
/// Thread-safe; the model is loaded once, at the first use. A linear sequence tagger: it knows word lists, spelling, two words on either
/// side and the form of lines, nothing of what the text means. It is trained on English and on names of many countries written in Latin letters.
/// </remarks>
public sealed class NameRecognizer : TextRecognizer
{
    private static readonly Lazy<NameModel> s_model = new(Load);
    private static readonly EntityType[] s_types = [NameTypes.Person, NameTypes.Location, NameTypes.Organization];
    private readonly NameModel _model;
    private readonly Tagger _tagger;
    private readonly int[] _transitions;

    /// <summary>A recogniser of all three types.</summary>
    public NameRecognizer()
        : this(s_model.Value)
    {
    }

    internal NameRecognizer(NameModel model)
        : base(s_types)
    {
        (_model, _tagger) = (model, new Tagger(model));
        _transitions = [.. model.Transitions.Select(t => (int)t)];
    }

    /// <inheritdoc/>
    public override void Recognize(ReadOnlySpan<char> text, ICollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Span<Token> buffer = stackalloc Token[Tagger.MostTokens];
        for (var start = 0; start < text.Length;)
        {
            start = Tokenizer.Read(text, start, buffer, _model.Lexicon, out var count);
            if (start < text.Length)
            {
                count = CutOf(buffer);
                start = buffer[count - 1].End;
            }

            if (count > 0)
                Tag(buffer[..count], findings);
        }
    }

    // Where a long text is cut, no name should be: after a line, else after a sentence.
    private static int CutOf(ReadOnlySpan<Token> tokens)
    {
        foreach (var end in (ReadOnlySpan<Shape>)[Shape.Break, Shape.Stop])
            for (var count = tokens.Length; count > tokens.Length / 2; count--)
                if (tokens[count - 1].Shape == end)
                    return count;
        return tokens.Length;
    }

    private void Tag(Span<Token> tokens, ICollection<Finding> findings)
    {
        if (!MayHoldNames(tokens))
            return;
        Line.Mark(tokens);
        Span<uint> features = stackalloc uint[Features.Count];
        Span<int> scores = stackalloc int[tokens.Length * NameModel.Tags];
        Span<byte> tags = stackalloc byte[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            Features.Of(tokens, i, features);
            _tagger.Score(features, scores.Slice(i * NameModel.Tags, NameModel.Tags));
        }

        Tagger.Decode(scores, _transitions, tags);
        Emit(tokens, scores, tags, findings);
    }

    private static bool MayHoldNames(ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
            if (token.Shape is >= Shape.Lower and <= Shape.OtherScript)
                return true;
        return false;
    }

    private static void Emit(ReadOnlySpan<Token> tokens, ReadOnlySpan<int> scores, ReadOnlySpan<byte> tags, ICollection<Finding> findings)
    {
        for (var i = 0; i < tags.Length;)
        {
            var first = i++;
            if (tags[first] == 0)
                continue;
            while (i < tags.Length && tags[i] != 0 && tags[i] % 2 == 0)
                i++;
            var end = i;
            while (first < end && tokens[first].Shape >= Shape.Comma)
                first++;
            while (end > first && tokens[end - 1].Shape >= Shape.Comma)
                end--;
            if (end == first)
                continue;
            var start = tokens[first].Start;
            findings.Add(new Finding(start, tokens[end - 1].End - start, s_types[(tags[first] - 1) / 2], Confidence(scores, tags, first, end)));
        }
    }

    // The logistic function of the mean advantage over being no name; its scale is that of the weights.
    private static double Confidence(ReadOnlySpan<int> scores, ReadOnlySpan<byte> tags, int first, int end)
    {
        const double Scale = 120;
        var sum = 0;
        for (var i = first; i < end; i++)
            sum += scores[(i * NameModel.Tags) + tags[i]] - scores[i * NameModel.Tags];
        return 1 / (1 + Math.Exp(-sum / Scale / (end - first)));
    }

    private static NameModel Load()
    {
        using var stream = typeof(NameRecognizer).Assembly.GetManifestResourceStream("names.model")
            ?? throw new InvalidOperationException("The model of names is missing from the assembly.");
        return NameModel.Load(stream);
    }
}
