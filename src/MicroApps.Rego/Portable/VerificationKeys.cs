namespace MicroApps.Rego;

/// <summary>Public keys, which this platform cannot read: tokens with a secret work, those with keys are refused.</summary>
internal sealed class VerificationKeys : IDisposable
{
    /// <summary>Always null, with the reason.</summary>
    public static VerificationKeys? Read(string text, out string? error)
    {
        error = text is null ? null : "public keys are not supported on this platform";
        return null;
    }

    public bool Verify(string keyId, string algorithmName, JwtAlgorithm algorithm, byte[] message, byte[] signature) => false;

    public void Dispose()
    {
    }
}
