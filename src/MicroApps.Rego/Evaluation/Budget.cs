using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MicroApps.Rego;

/// <summary>What an evaluation may still spend: steps, time, memory; and whether it is cancelled. One for each evaluation; not thread-safe.</summary>
/// <remarks>
/// A step is an expression that is tried, or as much work of a function: about 8 elements or 64 characters. Whatever loops over more than a few elements
/// spends as it goes, so that an evaluation ends soon after a limit. Values, and what writes and searches them, know no evaluation: they spend from that of their thread.
/// </remarks>
internal sealed class Budget
{
    /// <summary>The most elements of a collection that a function may make.</summary>
    public const int MostElements = 1 << 22;

    /// <summary>The most UTF-16 units of a text that a function may make.</summary>
    public const int MostText = 1 << 24;

    // So many steps are made between two looks at the clock: a fraction of a millisecond.
    private const int Quantum = 1024;

    [ThreadStatic]
    private static Budget? t_current;

    private CancellationToken _cancellation;
    private TimeSpan? _timeout;
    private long _deadline;
    private bool _isIdle;
    private long _left;
    private long _rest;

    public Budget(long fuel = long.MaxValue, TimeSpan? timeout = null, CancellationToken cancellation = default) => Begin(fuel, timeout, cancellation);

    /// <summary>How many steps are left.</summary>
    public long Left => _rest + _left;

    /// <summary>That of the evaluation that runs on this thread; one without limits when none does.</summary>
    public static Budget Current => t_current ??= new() { _isIdle = true };

    /// <summary>Makes a budget that of the thread, and gives the former one.</summary>
    public static Budget? Exchange(Budget? budget)
    {
        var former = t_current;
        t_current = budget;
        return former;
    }

    /// <summary>Begins an evaluation.</summary>
    public void Begin(long fuel, TimeSpan? timeout, CancellationToken cancellation)
    {
        (_left, _rest, _timeout, _cancellation) = (0, fuel, timeout, cancellation);
        var ticks = (timeout?.TotalSeconds ?? double.MaxValue) * Stopwatch.Frequency;
        _deadline = ticks < long.MaxValue / 2 ? Stopwatch.GetTimestamp() + (long)ticks : long.MaxValue;
    }

    /// <summary>Looks into a value of so many elements: spends, and makes sure that there is stack for what is nested.</summary>
    /// <exception cref="InsufficientExecutionStackException">It is nested too deeply.</exception>
    public static void Enter(int elements)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Current.Spend(1 + (elements >> 3));
    }

    /// <summary>In a loop over characters or bytes: spends for each few thousand of them.</summary>
    public static void Pass(int index)
    {
        if ((index & 4095) == 4095)
            Current.SpendText(4 * 4096);
    }

    /// <summary>Spends for characters that were passed, and gives their number.</summary>
    public static int Passed(int count)
    {
        Current.SpendText(64 + count);
        return count;
    }

    /// <exception cref="EvaluationException">There are no steps or is no time left.</exception>
    /// <exception cref="OperationCanceledException">It is cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Spend(long steps)
    {
        if ((_left -= steps) < 0)
            Renew();
    }

    /// <summary>Spends for elements that are looked at or copied.</summary>
    public void SpendElements(long count) => Spend(count >> 3);

    /// <summary>Spends for characters that are looked at or copied.</summary>
    public void SpendText(long length) => Spend(length >> 6);

    /// <summary>Refuses to make a collection of so many elements, and spends for one that may be made.</summary>
    public void Make(long elements)
    {
        CheckElements(elements);
        SpendElements(elements);
    }

    /// <summary>Refuses to make a collection of so many elements.</summary>
    public void CheckElements(long elements)
    {
        if (elements > MostElements && !_isIdle)
            throw TooManyElements();
    }

    /// <summary>Refuses to make a text of so many characters while an evaluation runs.</summary>
    public void CheckText(long length)
    {
        if (length > MostText && !_isIdle)
            throw TextIsTooLong();
    }

    public static EvaluationException TooManyElements() => Stop($"more than {MostElements} elements in one result");

    public static EvaluationException TextIsTooLong() => Stop($"more than {MostText} characters in one result");

    private static EvaluationException Stop(string why) => new(new("eval_cancel_error", $"the evaluation was ended: {why}"));

    private void Renew()
    {
        var rest = _rest + _left;
        if (rest < 0)
            throw Stop("it used up the steps that it was given (Fuel)");
        _cancellation.ThrowIfCancellationRequested();
        if (_deadline != long.MaxValue && Stopwatch.GetTimestamp() >= _deadline)
            throw Stop($"it took longer than it was given (Timeout: {_timeout})");
        _left = Math.Min(rest, Quantum);
        _rest = rest - _left;
    }
}
