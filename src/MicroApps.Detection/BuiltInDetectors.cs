namespace MicroApps.Detection;

/// <summary>The detectors of the product: one line for each.</summary>
internal static class BuiltInDetectors
{
    public static IReadOnlyList<Detector> All { get; } =
    [
        new EmailDetector(),
        new CardDetector(),
        new IbanDetector(),
        new SsnDetector(),
        new PhoneDetector(),
        new IPv4Detector(),
        new IPv6Detector(),
        new UrlCredentialsDetector(),
        new JwtDetector(),
        new PrivateKeyDetector(),
        .. ApiKeyFormats.All.Select(f => new ApiKeyDetector(f)),
    ];
}
