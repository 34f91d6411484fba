namespace MicroApps.Rego.Tests;

/// <summary>What the engine and the oracle say differently.</summary>
internal sealed record FuzzDifference(FuzzPolicy Policy, string Query, int Document, string? Input, string Oracle, string Engine)
{
    public override string ToString() =>
        $"=== seed {Policy.Seed}: {Query}\noracle: {Oracle}\nengine: {Engine}\n--- input: {Input ?? "none"}\n--- data.d: {Policy.Documents[Document].Data}\n--- data.fz.base: {Policy.Documents[Document].Base}\n{Policy.Source}";
}
