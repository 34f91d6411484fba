namespace MicroApps.Rego;

/// <summary>Compiled policies. Immutable; one for all threads.</summary>
public sealed class RegoPolicy
{
    internal const string QueryName = "query";

    private readonly PolicyBuilder _builder;

    internal RegoPolicy(PolicyBuilder builder, RegoWatch? watch)
    {
        (_builder, Watch) = (builder, watch);
        Machines = new(new(builder.Tree.Root, builder.Tree.Count, builder.KeepPrint || builder.Probes is not null));
    }

    internal RegoWatch? Watch { get; }

    internal MachinePool Machines { get; }

    /// <summary>Compiles a query, such as <c>data.app.allow</c> or <c>x = data.app.deny</c>. Make it once and keep it.</summary>
    /// <exception cref="RegoException">The query is refused.</exception>
    public RegoQuery Prepare(string query)
    {
        _ = query ?? throw new ArgumentNullException(nameof(query));
        List<RegoError> errors = [];
        var body = ModuleParser.ParseQuery(QueryName, query, errors);
        if (errors.Count > 0)
            throw new RegoException(errors);
        lock (_builder)
        {
            _builder.Log.Clear();
            var plan = _builder.BuildQuery(body);
            if (plan is not null)
                Watch?.Add(QueryName, query);
            return plan is null ? throw new RegoException(_builder.Log.Errors) : new(this, plan);
        }
    }
}
