namespace MicroApps.Rego;

/// <summary>Built-in functions whose result depends on more than their arguments, by what they need; and those that the language is made of.</summary>
internal static class CapabilityGroups
{
    // A token is compared with the time of now unless the policy gives another one.
    public static string[] Clock { get; } = ["time.now_ns", "io.jwt.decode_verify"];

    public static string[] Randomness { get; } = ["rand.intn", "uuid.rfc4122"];

    public static string[] Network { get; } = ["http.send", "net.lookup_ip_addr"];

    public static string[] Host { get; } = ["opa.runtime"];

    public static IEnumerable<string> All => [.. Clock, .. Randomness, .. Network, .. Host];

    public static bool IsLanguage(string name) => name is Operators.Unify or Operators.Assign or Operators.Equal || name.StartsWith("internal.", StringComparison.Ordinal);

    /// <summary>What to say of a function that exists and is not granted; empty when there is none of that name.</summary>
    public static string Hint(string name) =>
        !BuiltinSignatures.Arities.ContainsKey(name) ? "" : $" (hint: this use of policies does not grant it; its host can: RegoCapabilities.{Grant(name)})";

    private static string Grant(string name) =>
        Clock.Contains(name) ? "WithClock()" : Randomness.Contains(name) ? "WithRandomness()" : Network.Contains(name) ? "WithNetworkNames()" : $"Allow(\"{name}\")";
}
