using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>A query of the command line. One that is a single term has a value, also when that is false.</summary>
internal sealed class PolicyQuery
{
    private const string ValueName = "value__";

    private readonly RegoQuery _query;
    private readonly bool _hasValue;
    private readonly string _text;

    public PolicyQuery(RegoPolicy policy, string text)
    {
        _text = text;
        // What is wrong with the query is told of the text as it was given.
        var plain = policy.Prepare(text);
        var valued = TryPrepare(policy, $"{ValueName} := ({text}\n)");
        if (valued is null && text.Contains(" with ", StringComparison.Ordinal) && !text.Contains(';') && !text.Contains('\n'))
            valued = TryPrepare(policy, $"{ValueName} := {text}");
        (_query, _hasValue) = (valued ?? plain, valued is not null);
    }

    /// <summary>The values of the term, null where the query is none, with the variables of each solution.</summary>
    public IEnumerable<(RegoValue? Value, IReadOnlyDictionary<string, RegoValue> Variables)> Evaluate(
        RegoValue? input, RegoValue data, RegoEvaluationOptions options, CancellationToken cancellationToken)
    {
        foreach (var solution in _query.Evaluate(input, data, options, cancellationToken))
        {
            if (_hasValue)
                yield return (solution[ValueName], solution.Where(v => v.Key != ValueName).ToDictionary());
            else
                yield return (null, solution);
        }
    }

    /// <summary>A part of the query as it was given.</summary>
    public string Show(string part) => !part.StartsWith(ValueName, StringComparison.Ordinal) ? part : _text.Contains('\n') ? $"{_text[.._text.IndexOf('\n')].TrimEnd()} …" : _text;

    private static RegoQuery? TryPrepare(RegoPolicy policy, string text)
    {
        try
        {
            return policy.Prepare(text);
        }
        catch (RegoException)
        {
            return null;
        }
    }
}
