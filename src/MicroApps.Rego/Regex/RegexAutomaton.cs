namespace MicroApps.Rego;

/// <summary>Says whether a program matches anywhere: a deterministic automaton, made as texts need it. Thread-safe.</summary>
/// <remarks>
/// A state is the set of instructions to go on with, before assertions are decided, and what is before the place; a transition decides them
/// and takes one class. When the states cost more than a bound, all are forgotten: what is still in use stays right, and work stays linear.
/// </remarks>
internal sealed class RegexAutomaton(RegexCode code)
{
    /// <summary>How many references and numbers the states may hold together.</summary>
    private const int MostCost = 1 << 16;

    /// <summary>So many characters are read before they are paid for.</summary>
    private const int MostUnpaid = 4096;

    private readonly object _lock = new();
    private readonly RegexState _match = new([], RuneContext.None, 0);
    private readonly RegexState _dead = new([], RuneContext.None, 0);
    private readonly RegexFrontier _frontier = new(code);
    private readonly RegexState?[] _starts = new RegexState?[8];
    private Dictionary<RegexState, RegexState> _states = [];
    private int _cost;

    /// <summary>Whether a match begins at a place or behind it.</summary>
    public bool IsMatch(string text, int at)
    {
        var (prefix, budget, paid) = (code.Prefix, Budget.Current, at);
        var ascii = code.Classes.Ascii;
        var state = Start(code.Classes.Before(text, at));
        while (true)
        {
            if (prefix.Length > 0 && state.IsStart)
            {
                at = text.IndexOf(prefix, at, StringComparison.Ordinal);
                if (at < 0)
                    return false;
                state = Start(code.Classes.Before(text, at));
            }

            if ((uint)at >= (uint)text.Length)
                break;
            if (at - paid >= MostUnpaid)
            {
                budget.SpendText(4L * (at - paid));
                paid = at;
            }

            var c = text[at];
            int @class;
            if (c < 128)
                (@class, at) = (ascii[c], at + 1);
            else
                @class = code.Classes.Read(text, ref at);
            state = state.Next[@class] ?? Step(state, @class);
            if (state.Next.Length == 0)
                return ReferenceEquals(state, _match);
        }

        var last = code.Classes.Count;
        return ReferenceEquals(state.Next[last] ?? Step(state, last), _match);
    }

    private RegexState Start(RuneContext before)
    {
        if (_starts[(int)before] is { } known)
            return known;
        lock (_lock)
            return _starts[(int)before] = Find([code.Start], before);
    }

    private RegexState Step(RegexState state, int @class)
    {
        Budget.Current.Spend(1 + (state.Instructions.Length >> 2));
        lock (_lock)
        {
            var next = _frontier.Advance(state, @class, out var isMatch)
                ? Find(_frontier.Taken(), code.Classes.Context(@class) & code.Classes.Watched)
                : isMatch ? _match : _dead;
            state.Next[@class] = next;
            return next;
        }
    }

    private RegexState Find(int[] instructions, RuneContext before)
    {
        var state = new RegexState(instructions, before, code.Classes.Count + 1) { IsStart = !code.IsAnchored && instructions.Length == 1 && instructions[0] == code.Start };
        if (_states.TryGetValue(state, out var known))
            return known;
        _cost += state.Next.Length + instructions.Length + 16;
        if (_cost > MostCost)
        {
            _states = [];
            _cost = 0;
            Array.Clear(_starts, 0, _starts.Length);
        }

        return _states[state] = state;
    }
}
