using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>
/// The averaged structured perceptron (M. Collins, Discriminative Training Methods for Hidden Markov Models, EMNLP 2002), over hashed features.
/// The same lines in the same order give the same bytes.
/// </summary>
internal sealed class NameTrainer(Lexicon lexicon, int buckets)
{
    private const int Margin = 2;
    private const int Tags = NameModel.Tags, Row = NameModel.Row;
    private readonly int[] _weights = new int[buckets * Row];
    private readonly double[] _sums = new double[buckets * Row];
    private readonly int[] _transitions = new int[Tags * Tags];
    private readonly double[] _transitionSums = new double[Tags * Tags];
    private readonly uint _mask = (uint)buckets - 1;
    private readonly Dice _dice = new(0x9E3779B97F4A7C15);
    private long _steps = 1;

    public void Train(TrainingLine[] lines, int epochs)
    {
        var (scores, tags) = (new int[256 * Tags], new byte[256]);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Shuffle(lines);
            var wrong = 0;
            foreach (var line in lines)
                wrong += Learn(line, scores, tags) ? 1 : 0;
            Console.Error.WriteLine($"epoch {epoch}: {wrong} of {lines.Length} lines wrong");
        }
    }

    public NameModel Finish()
    {
        var averaged = _weights.Select((w, i) => w - (_sums[i] / _steps)).ToArray();
        var largest = averaged.Select(Math.Abs).Where(w => w > 0).Order().ToArray();
        var scale = 127 / largest[(int)(largest.Length * 0.9995)];
        return new(
            [.. averaged.Select(w => (sbyte)Math.Clamp(Math.Round(w * scale), -127, 127))],
            [.. _transitions.Select((w, i) => (short)Math.Round((w - (_transitionSums[i] / _steps)) * scale))],
            lexicon);
    }

    private bool Learn(TrainingLine line, int[] scores, byte[] tags)
    {
        for (var i = 0; i < line.Count; i++)
            Score(line, i, scores.AsSpan(i * Tags, Tags));
        Tagger.Decode(scores, _transitions, tags.AsSpan(0, line.Count));
        _steps++;
        if (tags.AsSpan(0, line.Count).SequenceEqual(line.Tags))
            return false;
        for (var i = 0; i < line.Count; i++)
        {
            var (right, guess) = (line.Tags[i], tags[i]);
            if (right != guess)
                Move(line, i, right, guess);
            var (rightBefore, guessBefore) = i == 0 ? (0, 0) : (line.Tags[i - 1], tags[i - 1]);
            if (right != guess || rightBefore != guessBefore)
            {
                MoveTransition((rightBefore * Tags) + right, 1);
                MoveTransition((guessBefore * Tags) + guess, -1);
            }
        }

        return true;
    }

    private void Score(TrainingLine line, int i, Span<int> scores)
    {
        scores.Clear();
        foreach (var feature in line.Features.AsSpan(i * Features.Count, Features.Count))
        {
            var row = _weights.AsSpan((int)(feature & _mask) * Row, Tags);
            for (var tag = 0; tag < Tags; tag++)
                scores[tag] += row[tag];
        }

        // A little is demanded beyond being right (a margin), so that what is nearly wrong is learned too.
        scores[line.Tags[i]] -= Margin;
    }

    private void Move(TrainingLine line, int i, int right, int guess)
    {
        foreach (var feature in line.Features.AsSpan(i * Features.Count, Features.Count))
        {
            var row = (int)(feature & _mask) * Row;
            (_weights[row + right], _sums[row + right]) = (_weights[row + right] + 1, _sums[row + right] + _steps);
            (_weights[row + guess], _sums[row + guess]) = (_weights[row + guess] - 1, _sums[row + guess] - _steps);
        }
    }

    private void MoveTransition(int place, int by)
    {
        _transitions[place] += by;
        _transitionSums[place] += (double)by * _steps;
    }

    private void Shuffle(TrainingLine[] lines)
    {
        for (var i = lines.Length - 1; i > 0; i--)
        {
            var j = _dice.Below(i + 1);
            (lines[i], lines[j]) = (lines[j], lines[i]);
        }
    }
}
