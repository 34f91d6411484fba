namespace MicroApps.Rego;

/// <summary>Which built-in functions policies may name. One that is not granted is as one that does not exist: to name it is an error when policies are compiled.</summary>
/// <remarks>Immutable; one for all threads.</remarks>
public sealed class RegoCapabilities
{
    private readonly HashSet<string> _granted;

    private RegoCapabilities(IEnumerable<string> granted)
    {
        _granted = new(granted, StringComparer.Ordinal);
        Builtins = BuiltinTable.All.Where(b => _granted.Contains(b.Key)).ToDictionary(b => b.Key, b => b.Value, StringComparer.Ordinal);
    }

    /// <summary>Every function whose result depends on its arguments only: no clock, no randomness, no network, nothing of the host.</summary>
    public static RegoCapabilities Default { get; } = new(BuiltinTable.All.Keys.Except(CapabilityGroups.All));

    /// <summary>Every function. Those that need the network can be named and replaced by <c>with</c>; they never run.</summary>
    public static RegoCapabilities All { get; } = new(BuiltinTable.All.Keys);

    /// <summary>The functions that are granted, and their code.</summary>
    internal IReadOnlyDictionary<string, Builtin> Builtins { get; }

    /// <summary>Grants the clock too: <c>time.now_ns</c>, and <c>io.jwt.decode_verify</c>, which compares times in tokens with it. What time it is, <see cref="RegoEvaluationOptions.NowNanoseconds"/> says.</summary>
    public RegoCapabilities WithClock() => Allow(CapabilityGroups.Clock);

    /// <summary>Grants randomness too: <c>rand.intn</c> and <c>uuid.rfc4122</c>.</summary>
    public RegoCapabilities WithRandomness() => Allow(CapabilityGroups.Randomness);

    /// <summary>Lets <c>http.send</c> and <c>net.lookup_ip_addr</c> be named, so that tests can replace them by <c>with</c>. They never run: a call that is not replaced is an error.</summary>
    public RegoCapabilities WithNetworkNames() => Allow(CapabilityGroups.Network);

    /// <summary>Grants functions too.</summary>
    /// <param name="functions">Their names, such as <c>opa.runtime</c>.</param>
    /// <exception cref="ArgumentException">There is no function of such a name.</exception>
    public RegoCapabilities Allow(params string[] functions) => new(_granted.Concat(Known(functions)));

    /// <summary>Takes functions away; an operator is a function too, such as <c>plus</c>.</summary>
    /// <param name="functions">Their names.</param>
    /// <exception cref="ArgumentException">There is no function of such a name, or the language cannot do without it.</exception>
    public RegoCapabilities Deny(params string[] functions)
    {
        var denied = Known(functions);
        return denied.FirstOrDefault(CapabilityGroups.IsLanguage) is { } needed
            ? throw new ArgumentException($"{needed} is a part of the language.", nameof(functions))
            : new(_granted.Except(denied));
    }

    /// <summary>Whether a function is granted.</summary>
    /// <param name="function">Its name, such as <c>time.now_ns</c>.</param>
    public bool Allows(string function) => _granted.Contains(function ?? throw new ArgumentNullException(nameof(function)));

    private static string[] Known(string[] functions) =>
        (functions ?? throw new ArgumentNullException(nameof(functions))).FirstOrDefault(f => f is null || !BuiltinTable.All.ContainsKey(f)) is { } unknown
            ? throw new ArgumentException($"There is no function {unknown}.", nameof(functions))
            : functions;
}
