namespace MicroApps.Rego;

/// <summary>Public keys, which this platform cannot read: tokens with a secret work, those with keys are refused, so that there are no such objects.</summary>
internal abstract class VerificationKeys : IDisposable
{
    /// <summary>Always null, with the reason.</summary>
    public static VerificationKeys? Read(string text, out string? error)
    {
        error = "public keys are not supported on this platform";
        return null;
    }

    public abstract bool Verify(string keyId, string algorithmName, JwtAlgorithm algorithm, byte[] message, byte[] signature);

    public abstract void Dispose();
}
