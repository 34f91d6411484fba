namespace MicroApps.Rego;

/// <summary>Compiled policies. Immutable; one for all threads.</summary>
public sealed class RegoPolicy
{
    private readonly PolicyBuilder _builder;

    internal RegoPolicy(PolicyBuilder builder)
    {
        _builder = builder;
        Machines = new(new(builder.Tree.Root, builder.Tree.Count, builder.KeepPrint || builder.Probes is not null));
    }

    internal MachinePool Machines { get; }

    /// <summary>Compiles a query, such as <c>data.app.allow</c> or <c>x = data.app.deny</c>. Make it once and keep it.</summary>
    /// <exception cref="RegoException">The query is refused.</exception>
    public RegoQuery Prepare(string query)
    {
        _ = query ?? throw new ArgumentNullException(nameof(query));
        List<RegoError> errors = [];
        var body = ModuleParser.ParseQuery("query", query, errors);
        if (errors.Count > 0)
            throw new RegoException(errors);
        lock (_builder)
        {
            _builder.Log.Clear();
            var plan = _builder.BuildQuery(body);
            return plan is null ? throw new RegoException(_builder.Log.Errors) : new(this, plan);
        }
    }
}
