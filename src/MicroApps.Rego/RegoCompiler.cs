namespace MicroApps.Rego;

/// <summary>Compiles sources of Rego (version 1) to a <see cref="RegoPolicy"/>. What Open Policy Agent refuses is refused, with its code and line.</summary>
/// <remarks>Not thread-safe; what it makes is.</remarks>
public sealed class RegoCompiler
{
    private readonly List<Module> _modules = [];
    private readonly List<RegoError> _errors = [], _warnings = [];

    /// <summary>Whether unused variables and imports are errors too, as with <c>opa check --strict</c>.</summary>
    public bool Strict { get; set; }

    /// <summary>Whether calls of <c>print</c> run, and write to <see cref="RegoEvaluationOptions.Print"/>; otherwise they are left out.</summary>
    public bool KeepPrint { get; set; }

    /// <summary>Which built-in functions may be named; <see cref="RegoCapabilities.Default"/> grants neither clock, randomness nor network.</summary>
    public RegoCapabilities Capabilities { get; set; } = RegoCapabilities.Default;

    /// <summary>What <see cref="Compile"/> finds doubtful when it is <see cref="Strict"/>, such as a <c>not</c> in a rule that denies which does not apply when input is missing. Their code is <c>rego_lint_warning</c>.</summary>
    public IReadOnlyList<RegoError> Warnings => _warnings;

    /// <summary>What watches the policy while it runs; null for nothing.</summary>
    public RegoWatch? Watch { get; set; }

    /// <inheritdoc cref="PolicyBuilder.BeforePlan"/>
    internal Action? BeforePlan { get; set; }

    /// <summary>Adds a source. Errors in it are told by <see cref="Compile"/>.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="source">Its text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RegoCompiler Add(string file, string source)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        _ = source ?? throw new ArgumentNullException(nameof(source));
        return Add(ModuleParser.Parse(file, source, _errors, BuiltinSignatures.Arities.ContainsKey));
    }

    /// <summary>Adds a source that is parsed.</summary>
    internal RegoCompiler Add(Module module)
    {
        Watch?.Add(module.File, module.Source);
        _modules.Add(module);
        return this;
    }

    /// <summary>Compiles what was added.</summary>
    /// <exception cref="RegoException">A source is refused; all errors found are in it.</exception>
    public RegoPolicy Compile()
    {
        if (_errors.Count > 0)
            throw new RegoException(ErrorHints.Improve(_errors, _modules));
        var builder = new PolicyBuilder(Capabilities.Builtins, BuiltinSignatures.Arities, Strict) { KeepPrint = KeepPrint, Probes = Watch?.Probes, BeforePlan = BeforePlan };
        builder.Build(_modules);
        if (builder.Log.HasErrors)
            throw new RegoException(ErrorHints.Improve(builder.Log.Errors, _modules));
        if (Strict)
            Warn();
        return new(builder, Watch);
    }

    private void Warn()
    {
        _warnings.Clear();
        foreach (var module in _modules)
            new NegationLint(module, _warnings).Check();
    }
}
