namespace MicroApps.Detection;

/// <summary>The detectors of the product: one line for each.</summary>
internal static class BuiltInDetectors
{
    private static readonly Detector[] Single =
    [
        new EmailDetector(),
        new HiddenEmailDetector(),
        new CardDetector(),
        new IbanDetector(),
        new SsnDetector(),
        new PhoneDetector(),
        new IPv4Detector(),
        new IPv6Detector(),
        new MacDetector(),
        new CoinDetector(),
        new SegWitDetector(),
        new BicDetector(),
        new BirthDateDetector(),
        new GermanPlateDetector(),
        new UrlCredentialsDetector(),
        new JwtDetector(),
        new PrivateKeyDetector(),
        .. ApiKeyFormats.All.Select(f => new ApiKeyDetector(f)),
        new NamedTokenDetector(),
        new PasswordDetector(),
        new CredentialPairDetector(),
        new ComparedPasswordDetector(),
        new BasicAuthDetector(),
        new ManifestSecretDetector(),
        new UrlDetector(),
        new DateTimeDetector(),
        new WeekdayDetector(),
        new AgeDetector(),
        new GroupDetector(),
        new TitleDetector(),
    ];

    /// <summary>The detectors that find the given types, those alone.</summary>
    public static IEnumerable<Detector> Find(ISet<EntityType> types)
    {
        IdFormat[] ids = [.. IdFormats.All.Where(f => types.Contains(f.Type))];
        return ids.Length == 0 ? Single.Where(d => types.Contains(d.Type)) : [.. Single.Where(d => types.Contains(d.Type)), new IdDetector(ids)];
    }
}
