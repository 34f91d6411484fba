using MicroApps.Rego;

namespace MicroApps.Analyzers;

/// <summary>The organisation's policies, compiled: the rules <c>deny</c> of package <c>microapp</c> and of the packages below it.</summary>
internal sealed class PolicySet
{
    private const string Root = "microapp", Rule = "deny";

    private static readonly ContentCache<PolicySet> s_sets = new(8);

    private PolicySet(RegoQuery? query, RegoValue data, RegoError? first, IReadOnlyList<RegoError> errors) =>
        (Query, Data, First, Errors) = (query, data, first, errors);

    /// <summary>Gives each rule's value in an array of its own; null when there is no such rule, or an error.</summary>
    public RegoQuery? Query { get; }

    /// <summary>What the JSON files say, under the names of their folders.</summary>
    public RegoValue Data { get; }

    /// <summary>Where the first of the rules stands: the place of errors that have none.</summary>
    public RegoError? First { get; }

    /// <summary>Why the files cannot be used; empty when they can.</summary>
    public IReadOnlyList<RegoError> Errors { get; }

    public static PolicySet Of(PolicyFiles files) => s_sets.Get(files.Key, () => Compile(files));

    private static PolicySet Compile(PolicyFiles files)
    {
        List<RegoError> errors = [];
        var data = Read(files.Documents, errors);
        var compiler = new RegoCompiler();
        List<Module> modules = [];
        List<RegoError> refused = [];
        foreach (var file in files.Modules)
        {
            modules.Add(ModuleParser.Parse(file.Path, file.Source.ToString(), refused, BuiltinSignatures.Arities.ContainsKey));
            compiler.Add(file.Path, file.Source.ToString());
        }

        var rules = modules.Where(m => m.Package.Count > 0 && m.Package[0] == Root)
            .SelectMany(m => m.Rules.Where(IsDeny).Select(r => (Name: Reference(m.Package), Place: r.Location))).ToList();
        try
        {
            var policy = compiler.Compile();
            var query = string.Join("; ", rules.Select(r => r.Name).Distinct().Select((name, i) => $"d{i} = [d | d := {name}]"));
            if (rules.Count > 0 && errors.Count == 0)
                return new(policy.Prepare(query), data, new("", "", rules[0].Place.File, rules[0].Place.Line, rules[0].Place.Column), errors);
        }
        catch (RegoException e)
        {
            errors.AddRange(e.Errors);
        }

        return new(null, data, null, errors);
    }

    private static RegoValue Read(IReadOnlyList<ContentFile> documents, List<RegoError> errors)
    {
        RegoValue data = ObjectValue.Empty;
        foreach (var file in documents)
        {
            try
            {
                data = DataMerge.Add(data, PolicyFiles.PathOf(file.Path), RegoValue.Parse(file.Source.ToString()), file.Path);
            }
            catch (FormatException e)
            {
                errors.Add(new("json", e.Message, file.Path, 1, 1));
            }
            catch (RegoException e)
            {
                errors.AddRange(e.Errors);
            }
        }

        return data;
    }

    // Also a part of it, such as deny.models.
    private static bool IsDeny(MicroApps.Rego.Rule rule) =>
        rule.Head.Arguments is null && ((rule.Head.Name as RefTerm)?.Head ?? rule.Head.Name) is VarTerm { Name: Rule };

    private static string Reference(IEnumerable<string> package) =>
        "data" + string.Concat(package.Append(Rule).Select(step => $"[{RegoValue.From(step).ToJson()}]"));
}
