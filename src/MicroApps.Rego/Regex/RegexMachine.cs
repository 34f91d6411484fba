namespace MicroApps.Rego;

/// <summary>Finds a match and its groups: all threads of the program run side by side, in order of preference (Pike's machine). Not thread-safe.</summary>
/// <remarks>Time is linear in text times instructions.</remarks>
internal sealed class RegexMachine(RegexCode code)
{
    private readonly int[] _seen = new int[code.Instructions.Length];
    private readonly Stack<(int Instruction, int Slot, int Value)> _rest = new();
    private RegexThreads _now = new();
    private RegexThreads _next = new();
    private int[] _places = [];
    private int[]? _found;
    private int _round;

    /// <summary>The first match at a place or behind it, by its places; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin; what is before it counts for assertions.</param>
    /// <param name="slots">How many places are asked for: 2 for the match alone.</param>
    public int[]? Find(string text, int at, int slots)
    {
        (_places, _found) = (_places.Length == slots ? _places : new int[slots], null);
        _now.Reset(slots);
        _next.Reset(slots);
        for (var before = code.Classes.Before(text, at); ;)
        {
            if (_now.Count == 0)
            {
                if (_found is not null || (code.IsAnchored && at > 0))
                    break;
                if (code.Prefix.Length > 0 && !Skip(text, ref at, ref before))
                    break;
            }

            var here = at;
            var @class = at < text.Length ? code.Classes.Read(text, ref at) : code.Classes.Count;
            Step(here, before, @class);
            if (@class == code.Classes.Count)
                break;
            before = code.Classes.Context(@class) & code.Classes.Watched;
            (_now, _next) = (_next, _now);
        }

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
            _now.CopyPlaces(i, _places);
            if (Run(_now.Instruction(i), here, before, after, @class))
                return;
        }

        if (!isFirst || (code.IsAnchored && here > 0))
            return;
        for (var i = 0; i < _places.Length; i++)
            _places[i] = -1;
        _places[0] = here;
        Run(code.Start, here, before, after, @class);
    }

    /// <summary>Follows one thread up to the instructions that take a class; says whether it has matched.</summary>
    private bool Run(int start, int here, RuneContext before, RuneContext after, int @class)
    {
        _rest.Clear();
        _rest.Push((start, 0, 0));
        while (_rest.Count > 0)
        {
            var (at, slot, value) = _rest.Pop();
            if (at < 0)
            {
                _places[slot] = value;
                continue;
            }

            if (_seen[at] == _round)
                continue;
            _seen[at] = _round;
            if (code.Instructions[at].Operation == RegexOperation.Match)
            {
                _places[1] = here;
                _found = (int[])_places.Clone();
                return true;
            }

            Visit(code.Instructions[at], here, before, after, @class);
        }

        return false;
    }

    private void Visit(in RegexInstruction instruction, int here, RuneContext before, RuneContext after, int @class)
    {
        switch (instruction.Operation)
        {
            case RegexOperation.Split:
                _rest.Push((instruction.Other, 0, 0));
                break;
            case RegexOperation.Save when instruction.Argument < _places.Length:
                // Comes back when all that follows is done, for the less preferred ways.
                _rest.Push((-1, instruction.Argument, _places[instruction.Argument]));
                _places[instruction.Argument] = here;
                break;
            case RegexOperation.Assert when !RegexPlaces.Holds((RegexPlace)instruction.Argument, before, after):
                return;
            case RegexOperation.Class or RegexOperation.Classes:
                if (code.Accepts(instruction, @class))
                    _next.Add(instruction.Next, _places);
                return;
        }

        _rest.Push((instruction.Next, 0, 0));
    }
}
