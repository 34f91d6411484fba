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
        var machine = _policy.Machines.Rent();
        machine.Begin(input, data, options ?? RegoEvaluationOptions.Default, cancellation);
        var sink = new SolutionSink(_plan);
        var outer = Budget.Exchange(machine.Context.Budget);
        var probes = _policy.Watch?.Probes;
        machine.Context.Note = probes is null ? null : probes.Note;
        probes?.Start();
        try
        {
            machine.Tick();
            machine.Run(_plan.Body, sink, null);
        }
        catch (EvaluationException e)
        {
            throw new RegoException([e.Error]);
        }
        catch (InsufficientExecutionStackException)
        {
            throw new RegoException([new("eval_internal_error", "the evaluation is nested too deeply")]);
        }
        finally
        {
            Budget.Exchange(outer);
            probes?.Stop();
        }

        _policy.Machines.Return(machine);
        return sink.Solutions;
    }

    private sealed class SolutionSink(QueryPlan plan) : Sink
    {
        private List<RegoSolution>? _more;
        private RegoSolution? _first;

        public IReadOnlyList<IReadOnlyDictionary<string, RegoValue>> Solutions => _more is not null ? _more : _first is null ? [] : new[] { _first };

        public override bool Accept(Machine machine)
        {
            var values = new RegoValue?[plan.Names.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = machine.Slots[machine.Base + plan.Slots[i]].Value;
            var solution = new RegoSolution(plan.Names, values);
            if (_first is null)
                _first = solution;
            else
                (_more ??= [_first]).Add(solution);
            return false;
        }
    }
}
