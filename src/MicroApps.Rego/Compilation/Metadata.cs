namespace MicroApps.Rego;

/// <summary>Puts what <c># METADATA</c> blocks say in the place of the calls <c>rego.metadata.rule()</c> and <c>rego.metadata.chain()</c>.</summary>
internal sealed class Metadata
{
    public const string RuleFunction = "rego.metadata.rule", ChainFunction = "rego.metadata.chain";

    private readonly List<Annotation> _annotations = [];

    /// <summary>Reads the blocks of all modules; what is wrong with them is reported.</summary>
    public Metadata(IReadOnlyList<Module> modules, Action<string, Location, string> report)
    {
        var owners = new Dictionary<(string Scope, RegoValue Path), Annotation>();
        foreach (var annotation in modules.SelectMany(m => new AnnotationReader(m, report).Read()))
        {
            _annotations.Add(annotation);
            var key = (annotation.Scope, annotation.Path);
            if (annotation.Scope != "rule" && owners.TryGetValue(key, out var first))
                report("rego_type_error", annotation.Location, $"{annotation.Scope} annotation redeclared: {first.Location.File}:{first.Location.Line}");
            else
                owners[key] = annotation;
        }
    }

    /// <summary>A rule without these calls.</summary>
    /// <param name="rule">The rule, its names resolved.</param>
    /// <param name="module">Where it stands.</param>
    /// <param name="written">The rule as it was read.</param>
    public Rule Rewrite(Rule rule, Module module, Rule written)
    {
        // Most modules have no such call, which their text tells.
        if (!module.Source.Contains("metadata"))
            return rule;
        var rewriter = new Rewriter(this, module, written);
        var head = rule.Head;
        return rule with
        {
            Head = head with { Key = head.Key is null ? null : rewriter.Map(head.Key), Value = head.Value is null ? null : rewriter.Map(head.Value) },
            Body = rewriter.MapBody(rule.Body),
            Else = rule.Else is null ? null : Rewrite(rule.Else, module, written.Else!),
        };
    }

    /// <summary>The blocks right above a rule, the nearest first.</summary>
    private IEnumerable<Annotation> Of(Rule rule) => _annotations.Where(a => a.Scope == "rule" && ReferenceEquals(a.Rule, rule)).OrderByDescending(a => a.Location.Line);

    private ArrayValue Chain(Module module, Rule rule)
    {
        var path = Annotation.PathOf(module, rule);
        List<ObjectValue> chain = [.. Of(rule).Select(Link)];
        // The rule itself comes first, even when nothing is said about it.
        if (chain.Count == 0)
            chain.Add(new([RegoValue.From("path")], [path]));
        chain.AddRange(_annotations.Where(a => a.Scope == "document" && a.Path.Equals(path)).Select(Link));
        var package = Annotation.PathOf(module);
        chain.AddRange(_annotations.Where(a => a.Scope == "package" && a.Path.Equals(package)).Select(Link));
        var around = _annotations.Where(a => a.Scope == "subpackages" && a.Path.Count <= package.Count && a.Path.Items.SequenceEqual(package.Items.Take(a.Path.Count)));
        chain.AddRange(around.OrderByDescending(a => a.Path.Count).Select(Link));
        return new([.. chain]);
    }

    private static ObjectValue Link(Annotation annotation) =>
        new([RegoValue.From("annotations"), RegoValue.From("path")], [annotation.Value, annotation.Path]);

    private sealed class Rewriter(Metadata metadata, Module module, Rule rule) : TermMapper
    {
        protected override Term MapCall(CallTerm call)
        {
            RegoValue value;
            switch (Operators.Name(call.Operator))
            {
                case RuleFunction:
                    value = metadata.Of(rule).FirstOrDefault()?.Value ?? ObjectValue.Empty;
                    break;
                case ChainFunction:
                    value = metadata.Chain(module, rule);
                    break;
                default:
                    return base.MapCall(call);
            }

            Term constant = new ConstantTerm(call.Location, value);
            // With one argument more, the result is matched with it.
            return call.Arguments.Count == 0 ? constant : Operators.Call(call.Location, Operators.Unify, [.. call.Arguments, constant]);
        }
    }
}
