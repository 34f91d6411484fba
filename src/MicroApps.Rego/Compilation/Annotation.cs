namespace MicroApps.Rego;

/// <summary>A <c># METADATA</c> block.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Scope">What it is about: <c>rule</c>, <c>document</c>, <c>package</c> or <c>subpackages</c>.</param>
/// <param name="Value">What it says, as <c>rego.metadata.rule()</c> answers it.</param>
/// <param name="Module">Where it stands.</param>
/// <param name="Rule">The rule below it; null for the package.</param>
internal sealed record Annotation(Location Location, string Scope, ObjectValue Value, Module Module, Rule? Rule)
{
    /// <summary>The path of what it is about.</summary>
    public ArrayValue Path => Rule is null ? PathOf(Module) : PathOf(Module, Rule);

    public static ArrayValue PathOf(Module module) => new([.. module.Package.Select(RegoValue.From)]);

    /// <summary>The path of a rule, up to the first part of its name that is not constant.</summary>
    public static ArrayValue PathOf(Module module, Rule rule)
    {
        var name = rule.Head.Name as RefTerm;
        var first = RegoValue.From(((VarTerm)(name?.Head ?? rule.Head.Name)).Name);
        var rest = name?.Path.TakeWhile(p => p is ConstantTerm).Select(p => ((ConstantTerm)p).Value) ?? [];
        return new([.. module.Package.Select(RegoValue.From), first, .. rest]);
    }
}
