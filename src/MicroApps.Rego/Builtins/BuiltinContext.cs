namespace MicroApps.Rego;

/// <summary>What built-in functions may use beside their arguments. One for each evaluation; not thread-safe.</summary>
internal sealed class BuiltinContext
{
    private static readonly string[] KindNames = ["null", "boolean", "number", "string", "array", "object", "set"];

    private Random? _random;

    /// <summary>The name of the function that runs, for messages.</summary>
    public string Name { get; set; } = "";

    /// <summary>The time of the evaluation, the same in all of it, in nanoseconds since 1970-01-01 UTC.</summary>
    public long NowNanoseconds { get; set; }

    /// <summary>What the evaluation may still spend: functions that loop over more than a few elements spend as they go.</summary>
    public Budget Budget { get; set; } = new();

    /// <summary>What a function keeps for the rest of the evaluation: compiled patterns, random numbers by their seed, identifiers.</summary>
    public Dictionary<(string Function, string Key), object> Cache { get; } = [];

    /// <summary>Receives each line that is printed; null for nobody.</summary>
    public Action<string>? Print { get; set; }

    /// <summary>Receives what <c>trace</c> says; null for nobody.</summary>
    public Action<string>? Note { get; set; }

    /// <summary>Random bytes for functions that are random on purpose.</summary>
    public Random Random => _random ??= new();

    /// <summary>The code of the failure of the last call; null when it did not fail.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>What failed, as OPA words it.</summary>
    public string FailureMessage { get; private set; } = "";

    /// <summary>Whether the failure ends the evaluation even when failures of functions count as undefined.</summary>
    public bool FailureIsFinal { get; private set; }

    /// <summary>Says that the call failed: <c>eval_builtin_error</c>. The text gets the function's name in front.</summary>
    public RegoValue? Fail(string message) => Fail("eval_builtin_error", $"{Name}: {message}");

    /// <summary>Says that an operand has the wrong kind or value, <c>eval_type_error</c>: "operand 2 must be number but got string".</summary>
    /// <param name="operand">Which, from 1.</param>
    /// <param name="got">What it is.</param>
    /// <param name="expected">The kinds it may have, in the order of the message.</param>
    public RegoValue? FailOperand(int operand, RegoValue got, params RegoKind[] expected)
    {
        var kinds = expected.Length == 1 ? KindName(expected[0]) : $"one of {{{string.Join(", ", expected.Select(KindName))}}}";
        return FailOperand(operand, $"must be {kinds} but got {KindName(got.Kind)}");
    }

    /// <summary>Says what is wrong with an operand, <c>eval_type_error</c>: "operand 2 …".</summary>
    public RegoValue? FailOperand(int operand, string message) => Fail("eval_type_error", $"{Name}: operand {operand} {message}");

    /// <summary>Says that the call failed in a way of its own.</summary>
    public RegoValue? Fail(string code, string message, bool isFinal = false)
    {
        (FailureCode, FailureMessage, FailureIsFinal) = (code, message, isFinal);
        return null;
    }

    /// <summary>Forgets the evaluation.</summary>
    public void Clear()
    {
        (Print, Note) = (null, null);
        Budget.Begin(long.MaxValue, null, default);
        if (Cache.Count > 0)
            Cache.Clear();
    }

    /// <summary>Forgets the last failure.</summary>
    public void Reset() => (FailureCode, FailureMessage, FailureIsFinal) = (null, "", false);

    /// <summary>The name of a kind in messages.</summary>
    public static string KindName(RegoKind kind) => KindNames[(int)kind];
}
