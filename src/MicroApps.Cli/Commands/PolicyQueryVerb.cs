using System.CommandLine;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>A command on a query: policies, data, input, and what is evaluated with them.</summary>
internal abstract class PolicyQueryVerb : PolicyVerb
{
    private readonly Argument<string> _query = new("QUERY") { Description = "What to evaluate, such as data.app.allow." };
    private readonly Option<string[]> _data = PolicySources.Data();
    private readonly Option<string?> _input = PolicySources.Input();
    private readonly PolicySources _sources = new();

    protected PolicyQueryVerb(string name, string description, params string[] examples)
        : base(name, description, examples)
    {
        Add(_query);
        Add(_data);
        Add(_input);
        _sources.AddTo(this);
    }

    protected sealed override int Run(ParseResult line, Action<IReadOnlyDictionary<string, string>> loaded, CancellationToken cancellationToken)
    {
        var bundle = _sources.Load(line, line.GetRequiredValue(_data));
        var text = line.GetRequiredValue(_query);
        loaded(new Dictionary<string, string>(bundle.Modules) { ["query"] = text });
        return Run(line, bundle, text, PolicySources.ReadInput(line.GetValue(_input)), cancellationToken);
    }

    protected abstract int Run(ParseResult line, RegoBundle bundle, string query, RegoValue? input, CancellationToken cancellationToken);
}
