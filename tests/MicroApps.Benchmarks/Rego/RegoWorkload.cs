using MicroApps.Rego;

namespace MicroApps.Benchmarks;

/// <summary>A policy with one input, to be measured.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="Module">The source.</param>
/// <param name="Query">What is evaluated.</param>
/// <param name="Data">The documents under <c>data</c>, as JSON.</param>
/// <param name="Input">The input, as JSON.</param>
/// <param name="IsMicro">Whether it is one of the small ones that a call may ask every time.</param>
internal sealed record RegoWorkload(string Name, string Module, string Query, string Data, string Input, bool IsMicro)
{
    public RegoQuery Prepare() => new RegoCompiler { Capabilities = RegoCapabilities.All }.Add(Name + ".rego", Module).Compile().Prepare(Query);
}
