namespace MicroApps.Rego;

/// <summary>Steps from one set of instructions to the next. Not thread-safe.</summary>
internal sealed class RegexFrontier(RegexCode code)
{
    private readonly int[] _seen = new int[code.Instructions.Length];
    private readonly int[] _takenAt = new int[code.Instructions.Length];
    private readonly Stack<int> _rest = new();
    private readonly List<int> _taken = [];
    private int _round;

    /// <summary>Decides assertions and takes one class.</summary>
    /// <returns>False when the search is over: by a match, or because none can come.</returns>
    public bool Advance(RegexState state, int @class, out bool isMatch)
    {
        if (++_round == int.MaxValue)
            Restart();
        _taken.Clear();
        _rest.Clear();
        isMatch = false;
        var after = code.Classes.Context(@class);
        foreach (var root in state.Instructions)
        {
            _rest.Push(root);
            while (_rest.Count > 0)
                if (Visit(_rest.Pop(), state.Before, after, @class))
                {
                    isMatch = true;
                    return false;
                }
        }

        if (!code.IsAnchored && @class < code.Classes.Count)
            Take(code.Start);
        return _taken.Count > 0;
    }

    /// <summary>The instructions that the last step has come to, in order of their numbers.</summary>
    public int[] Taken()
    {
        _taken.Sort();
        return [.. _taken];
    }

    /// <summary>Follows one instruction; says whether it is the match.</summary>
    private bool Visit(int at, RuneContext before, RuneContext after, int @class)
    {
        if (_seen[at] == _round)
            return false;
        _seen[at] = _round;
        var instruction = code.Instructions[at];
        switch (instruction.Operation)
        {
            case RegexOperation.Match:
                return true;
            case RegexOperation.Split:
                _rest.Push(instruction.Other);
                _rest.Push(instruction.Next);
                break;
            case RegexOperation.Save:
                _rest.Push(instruction.Next);
                break;
            case RegexOperation.Assert:
                if (RegexPlaces.Holds((RegexPlace)instruction.Argument, before, after))
                    _rest.Push(instruction.Next);
                break;
            default:
                if (code.Accepts(instruction, @class))
                    Take(instruction.Next);
                break;
        }

        return false;
    }

    private void Restart()
    {
        Array.Clear(_seen, 0, _seen.Length);
        Array.Clear(_takenAt, 0, _takenAt.Length);
        _round = 1;
    }

    private void Take(int at)
    {
        if (_takenAt[at] == _round)
            return;
        _takenAt[at] = _round;
        _taken.Add(at);
    }
}
