namespace MicroApps.Rego;

/// <summary>How an evaluation behaves and what it may cost.</summary>
public sealed class RegoEvaluationOptions
{
    internal static RegoEvaluationOptions Default { get; } = new();

    /// <summary>Whether a built-in function that fails ends the evaluation; otherwise its call is undefined, as in OPA.</summary>
    public bool StrictBuiltinErrors { get; set; }

    /// <summary>The most steps; an evaluation that needs more ends with <c>eval_cancel_error</c>. 10 million by default, some seconds at most.</summary>
    /// <remarks>A step is an expression that is tried, or as much work of a function: about 8 elements or 64 characters.</remarks>
    public long Fuel { get; set; } = 10_000_000;

    /// <summary>The longest time; an evaluation that takes longer ends with <c>eval_cancel_error</c>. Null, the default, for any time.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>What <c>time.now_ns</c> gives: nanoseconds since 1970-01-01 UTC.</summary>
    public long NowNanoseconds { get; set; }

    /// <summary>Receives each line that <c>print</c> writes, of policies compiled with <see cref="RegoCompiler.KeepPrint"/>; null for nobody.</summary>
    public Action<string>? Print { get; set; }
}
