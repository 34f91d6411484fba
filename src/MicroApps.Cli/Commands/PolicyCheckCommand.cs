using System.CommandLine;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary><c>microapp policy check</c>: everything that is wrong with policies.</summary>
internal sealed class PolicyCheckCommand : PolicyVerb
{
    private readonly Argument<string[]> _paths = PolicySources.Paths("Policies: .rego files, folders or .tar.gz bundles.");
    private readonly Option<bool> _strict = new("--strict") { Description = "Unused variables and imports are errors too, and doubtful negations are told." };
    private readonly PolicySources _sources = new();

    public PolicyCheckCommand()
        : base("check", "Compiles policies and lists what is wrong with them.", "microapp policy check policies/", "microapp policy check policies/ --strict")
    {
        Add(_paths);
        Add(_strict);
        _sources.AddTo(this);
    }

    protected override TextWriter ErrorsTo(ParseResult line) => Out(line);

    protected override int Run(ParseResult line, Action<IReadOnlyDictionary<string, string>> loaded, CancellationToken cancellationToken)
    {
        var bundle = _sources.Load(line, line.GetRequiredValue(_paths));
        loaded(bundle.Modules);
        var compiler = new RegoCompiler { Capabilities = RegoCapabilities.All, Strict = line.GetValue(_strict) };
        bundle.AddTo(compiler);
        compiler.Compile();
        foreach (var warning in compiler.Warnings)
            Error(line).Write(PolicyErrors.Text(warning, bundle.Modules[warning.File]));
        Error(line).WriteLine($"{Plain.Count(bundle.Modules.Count, "module")}: ok.");
        return ExitCode.Ok;
    }
}
