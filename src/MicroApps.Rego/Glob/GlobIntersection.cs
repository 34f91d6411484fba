namespace MicroApps.Rego;

/// <summary>Whether two glob-like expressions meet, as OPA decides it, which is not quite whether some text matches both.</summary>
/// <remarks>
/// A repeated symbol takes symbols, not characters, of the other side, and must agree with all that it takes, also with those that may be
/// absent: <c>a*</c> and <c>aab*</c> do not meet. Rows are filled from the end, so time is the product of the lengths and nothing recurses.
/// </remarks>
internal sealed class GlobIntersection(GlobToken[] left, GlobToken[] right)
{
    /// <summary>Whether what is left of both sides meets; which side's repetition is looked at first makes a difference.</summary>
    private bool[] _leftFirst = [], _rightFirst = [], _leftFirstBelow = [], _rightFirstBelow = [];

    /// <summary>Whether the rest of the other side meets when a symbol goes on repeating.</summary>
    private bool[] _leftTakes = [], _rightTakes = [], _leftTakesBelow = [], _rightTakesBelow = [];

    public static bool Meet(GlobToken[] left, GlobToken[] right)
    {
        var same = 0;
        while (same < left.Length && same < right.Length && ArePlain(left[same], right[same]))
            if (!left[same].Meets(right[same++]))
                return false;
        var (from, a, b) = (Math.Max(0, same - 1), left.Length, right.Length);
        for (; a > from && b > from && ArePlain(left[a - 1], right[b - 1]); (a, b) = (a - 1, b - 1))
            if (!left[a - 1].Meets(right[b - 1]))
                return false;
        var keep = a < left.Length ? 1 : 0;
        return new GlobIntersection(Cut(left, from, a + keep), Cut(right, from, b + keep)).Fill();
    }

    private static bool ArePlain(GlobToken a, GlobToken b) => a.Flag == '\0' && b.Flag == '\0';

    private static GlobToken[] Cut(GlobToken[] tokens, int from, int to) => tokens.AsSpan(from, to - from).ToArray();

    private bool Fill()
    {
        var budget = Budget.Current;
        for (var i = left.Length; i >= 0; i--)
        {
            budget.Spend(1);
            (_leftFirstBelow, _rightFirstBelow, _leftTakesBelow, _rightTakesBelow) = (_leftFirst, _rightFirst, _leftTakes, _rightTakes);
            (_leftFirst, _rightFirst) = (new bool[right.Length + 1], new bool[right.Length + 1]);
            (_leftTakes, _rightTakes) = (new bool[right.Length + 1], new bool[right.Length + 1]);
            for (var j = right.Length; j >= 0; j--)
            {
                budget.Spend((j & 15) == 15 ? 4 : 0);
                Fill(i, j);
            }
        }

        return _leftFirst[0];
    }

    private void Fill(int i, int j)
    {
        var (isLeftDone, isRightDone) = (i == left.Length, j == right.Length);
        if (isLeftDone || isRightDone)
        {
            _leftFirst[j] = _rightFirst[j] = isLeftDone && isRightDone;
            _leftTakes[j] = isRightDone && i == left.Length - 1;
            _rightTakes[j] = isLeftDone && j == right.Length - 1;
            return;
        }

        var (a, b) = (left[i], right[j]);
        var meets = a.Meets(b);
        _leftTakes[j] = (i + 1 < left.Length && b.Meets(left[i + 1]) && _leftFirstBelow[j]) || (meets && _leftTakes[j + 1]);
        _rightTakes[j] = (j + 1 < right.Length && a.Meets(right[j + 1]) && _rightFirst[j + 1]) || (meets && _rightTakesBelow[j]);
        if (ArePlain(a, b))
        {
            (_leftFirst[j], _rightFirst[j]) = (meets && _leftFirstBelow[j + 1], meets && _rightFirstBelow[j + 1]);
            return;
        }

        var byLeft = a.Flag == '*' ? _leftTakes[j] : meets && (_leftTakes[j + 1] || (b.Flag != '\0' && _leftFirstBelow[j]));
        var byRight = b.Flag == '*' ? _rightTakes[j] : meets && (_rightTakesBelow[j] || (a.Flag != '\0' && _rightFirst[j + 1]));
        _leftFirst[j] = a.Flag != '\0' ? byLeft : byRight;
        _rightFirst[j] = b.Flag != '\0' ? byRight : byLeft;
    }
}
