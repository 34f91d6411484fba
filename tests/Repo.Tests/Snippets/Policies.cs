using MicroApps.Rego;

namespace Repo.Tests.Snippets;

internal static class Policies
{
    public static IReadOnlyList<IReadOnlyDictionary<string, RegoValue>> Evaluate(string source, string json)
    {
        // snippet: rego
        var policy = new RegoCompiler().Add("app.rego", source).Compile();   // RegoException: what OPA refuses, with its code and line
        var allow = policy.Prepare("data.app.allow = x");                    // make it once, use it from all threads
        var answer = allow.Evaluate(RegoValue.Parse(json));                  // the variables of every solution
        // end-snippet
        return answer;
    }
}
