namespace MicroApps.Rego;

/// <summary>Signatures cannot be verified on this platform: what is signed, or has to be, is refused.</summary>
internal static class BundleSignature
{
    public static void Verify(BundleFiles files, RegoBundleOptions options)
    {
        if (options.Keys.Count > 0)
            throw RegoBundle.Refuse(RegoBundle.SignaturesName, "signatures cannot be verified on this platform");
        if (files.Find(RegoBundle.SignaturesName) is not null && !options.IgnoreSignatures)
            throw RegoBundle.Refuse(RegoBundle.SignaturesName, "the bundle is signed, but no key is given to verify it with");
    }
}
