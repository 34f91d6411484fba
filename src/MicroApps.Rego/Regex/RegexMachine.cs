namespace MicroApps.Rego;

/// <summary>Finds a match and its groups: all threads of the program run side by side, in order of preference (Pike's machine). Not thread-safe.</summary>
/// <remarks>Time is linear in text times instructions.</remarks>
internal sealed class RegexMachine(RegexCode code)
{
    private readonly int[] _seen = new int[code.Instructions.Length];
    private readonly Stack<(int Instruction, RegexTrail? Trail)> _rest = new();
    private RegexThreads _now = new();
    private RegexThreads _next = new();
    private int[]? _found;
    private int _round;
    private int _slots;

    /// <summary>The first match at a place or behind it, by its places; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin; what is before it counts for assertions.</param>
    /// <param name="slots">How many places are asked for: 2 for the match alone.</param>
    public int[]? Find(string text, int at, int slots)
    {
        (_slots, _found) = (slots, null);
        var budget = Budget.Current;
        for (var before = code.Classes.Before(text, at); ;)
        {
            if (_now.Count == 0)
            {
                if (_found is not null || (code.IsAnchored && at > 0))
                    break;
                if (code.Prefix.Length > 0 && !Skip(text, ref at, ref before))
                    break;
            }

            budget.Spend(1 + (_now.Count >> 2));
            var here = at;
            var @class = at < text.Length ? code.Classes.Read(text, ref at) : code.Classes.Count;
            Step(here, before, @class);
            (_now, _next) = (_next, _now);
            if (@class == code.Classes.Count)
                break;
            before = code.Classes.Context(@class) & code.Classes.Watched;
        }

        if (slots > 2)
        {
            _now.Forget();
            _next.Forget();
        }

        _now.Clear();
        return _found;
    }

    /// <summary>Goes to the next place where a match can begin; false when there is none.</summary>
    private bool Skip(string text, ref int at, ref RuneContext before)
    {
        var found = text.IndexOf(code.Prefix, at, StringComparison.Ordinal);
        if (found != at && found >= 0)
            before = code.Classes.Before(text, found);
        at = found;
        return found >= 0;
    }

    /// <summary>Runs all threads, and a new one behind them, over one class. The first match ends all threads behind it.</summary>
    private void Step(int here, RuneContext before, int @class)
    {
        if (++_round == int.MaxValue)
        {
            Array.Clear(_seen, 0, _seen.Length);
            _round = 1;
        }

        var isFirst = _found is null;
        var after = code.Classes.Context(@class);
        _next.Clear();
        for (var i = 0; i < _now.Count; i++)
        {
            var (instruction, start, trail) = _now[i];
            if (Run(instruction, start, trail, here, before, after, @class))
                return;
        }

        if (isFirst && !(code.IsAnchored && here > 0))
            Run(code.Start, here, null, here, before, after, @class);
    }

    /// <summary>Follows one thread up to the instructions that take a class; says whether it has matched.</summary>
    private bool Run(int first, int start, RegexTrail? noted, int here, RuneContext before, RuneContext after, int @class)
    {
        _rest.Clear();
        _rest.Push((first, noted));
        while (_rest.Count > 0)
        {
            var (at, trail) = _rest.Pop();
            if (_seen[at] == _round)
                continue;
            _seen[at] = _round;
            ref readonly var instruction = ref code.Instructions[at];
            switch (instruction.Operation)
            {
                case RegexOperation.Match:
                    Found(start, here, trail);
                    return true;
                case RegexOperation.Split:
                    _rest.Push((instruction.Other, trail));
                    _rest.Push((instruction.Next, trail));
                    break;
                case RegexOperation.Save:
                    _rest.Push((instruction.Next, _slots > 2 ? new(instruction.Argument, here, trail) : null));
                    break;
                case RegexOperation.Assert:
                    if (RegexPlaces.Holds((RegexPlace)instruction.Argument, before, after))
                        _rest.Push((instruction.Next, trail));
                    break;
                default:
                    if (code.Accepts(instruction, @class))
                        _next.Add(instruction.Next, start, trail?.Short(_slots));
                    break;
            }
        }

        return false;
    }

    private void Found(int start, int end, RegexTrail? trail)
    {
        _found = new int[_slots];
        for (var i = 2; i < _slots; i++)
            _found[i] = -1;
        (_found[0], _found[1]) = (start, end);
        RegexTrail.Fill(trail, _found);
    }
}
