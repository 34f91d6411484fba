namespace MicroApps.Rego;

/// <summary>A query that can be evaluated with many inputs. Thread-safe.</summary>
public sealed class RegoQuery
{
    private readonly RegoPolicy _policy;
    private readonly QueryPlan _plan;

    internal RegoQuery(RegoPolicy policy, QueryPlan plan) => (_policy, _plan) = (policy, plan);

    /// <summary>Evaluates it.</summary>
    /// <param name="input">What <c>input</c> is; null for undefined.</param>
    /// <param name="data">What is under <c>data</c> beside the rules; null for nothing.</param>
    /// <param name="options">Limits and the like; null for defaults.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    /// <returns>The variables of every solution, in the order found; empty when the query is undefined or false.</returns>
    /// <exception cref="RegoException">A conflict, a failing function when <see cref="RegoEvaluationOptions.StrictBuiltinErrors"/> is set, or a limit.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public IReadOnlyList<IReadOnlyDictionary<string, RegoValue>> Evaluate(
        RegoValue? input, RegoValue? data = null, RegoEvaluationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= RegoEvaluationOptions.Default;
        var machine = new Machine(_policy.Tree.Count, _policy.Tree.Root) { Input = input, BaseData = data, IsStrict = options.StrictBuiltinErrors, Fuel = options.Fuel };
        machine.Context.Cancellation = cancellation;
        machine.Context.NowNanoseconds = options.NowNanoseconds;
        machine.Context.Print = options.Print;
        var sink = new BindingSink(_plan);
        try
        {
            machine.Run(new RulePlan { Entry = _plan.Entry, Slots = _plan.Slots }, sink, null);
        }
        catch (EvaluationException e)
        {
            throw new RegoException([e.Error]);
        }
        catch (InsufficientExecutionStackException)
        {
            throw new RegoException([new("eval_internal_error", "the evaluation is nested too deeply")]);
        }

        return sink.Solutions;
    }

    private sealed class BindingSink(QueryPlan plan) : Sink
    {
        public List<IReadOnlyDictionary<string, RegoValue>> Solutions { get; } = [];

        public override bool Accept(Machine machine)
        {
            var solution = new Dictionary<string, RegoValue>(plan.Variables.Count);
            foreach (var (name, slot) in plan.Variables)
                if (machine.Slots[machine.Base + slot] is { } value)
                    solution[name] = value;
            Solutions.Add(solution);
            return false;
        }
    }
}
