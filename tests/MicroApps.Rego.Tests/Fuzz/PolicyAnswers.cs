namespace MicroApps.Rego.Tests;

/// <summary>What the engine says of a generated policy, in the words of <see cref="OracleServer"/>.</summary>
internal sealed class PolicyAnswers
{
    private readonly Dictionary<string, RegoQuery> _queries = [];
    private readonly FuzzPolicy _policy;
    private readonly RegoPolicy? _compiled;
    private RegoValue? _data;

    private PolicyAnswers(FuzzPolicy policy)
    {
        _policy = policy;
        try
        {
            _compiled = new RegoCompiler { Capabilities = RegoCapabilities.All }.Add("a.rego", policy.Source).Compile();
        }
        catch (RegoException e)
        {
            Errors = [.. e.Errors.Select(error => (error.Code, error.File, error.Line))];
        }
    }

    public IReadOnlyList<(string Code, string File, int Line)> Errors { get; } = [];

    public static PolicyAnswers Compile(FuzzPolicy policy) => new(policy);

    public void Load(int document) => _data = RegoValue.Parse(_policy.Data(document));

    public string Evaluate(string rule, string? input)
    {
        try
        {
            if (!_queries.TryGetValue(rule, out var query))
                _queries[rule] = query = _compiled!.Prepare(rule.Length == 0 ? "x = data.fz" : $"x = data.fz.{rule}");
            var solutions = query.Evaluate(input is null ? null : RegoValue.Parse(input), _data);
            return solutions.Count == 0 ? "undefined" : RegoValue.Parse(solutions[0]["x"].ToJson()).ToJson();
        }
        catch (RegoException e)
        {
            return e.Errors[0].Code;
        }
    }
}
