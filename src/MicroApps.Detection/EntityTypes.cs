namespace MicroApps.Detection;

/// <summary>The types that the built-in detectors find.</summary>
public static class EntityTypes
{
    /// <summary>An e-mail address.</summary>
    public static EntityType EmailAddress { get; } = new("EMAIL_ADDRESS", "EMAIL", EntityKind.Pii);

    /// <summary>A payment card number that passes the Luhn check.</summary>
    public static EntityType CreditCard { get; } = new("CREDIT_CARD", "CARD", EntityKind.Pii);

    /// <summary>An international bank account number (ISO 13616).</summary>
    public static EntityType IbanCode { get; } = new("IBAN_CODE", "IBAN", EntityKind.Pii);

    /// <summary>A United States social security number.</summary>
    public static EntityType UsSsn { get; } = new("US_SSN", "SSN", EntityKind.Pii);

    /// <summary>A telephone number.</summary>
    public static EntityType PhoneNumber { get; } = new("PHONE_NUMBER", "PHONE", EntityKind.Pii);

    /// <summary>An IPv4 or IPv6 address.</summary>
    public static EntityType IPAddress { get; } = new("IP_ADDRESS", "IP", EntityKind.Pii);

    /// <summary>The hardware address of a network interface (IEEE 802, EUI-48).</summary>
    public static EntityType MacAddress { get; } = new("MAC_ADDRESS", "MAC", EntityKind.Pii);

    /// <summary>The address of a Bitcoin or Ethereum wallet whose checksum is right.</summary>
    public static EntityType Crypto { get; } = new("CRYPTO", "WALLET", EntityKind.Pii);

    /// <summary>A business identifier code of a bank (ISO 9362) that a word or an IBAN announces.</summary>
    public static EntityType Bic { get; } = new("BIC", "BIC", EntityKind.Pii);

    /// <summary>A date that is said to be one of birth.</summary>
    public static EntityType DateOfBirth { get; } = new("DATE_OF_BIRTH", "BIRTH_DATE", EntityKind.Pii);

    /// <summary>The address of a page or file on the web; only on request.</summary>
    public static EntityType Url { get; } = new("URL", "URL", EntityKind.Pii);

    /// <summary>A date, with or without a time of day; only on request.</summary>
    public static EntityType DateTime { get; } = new("DATE_TIME", "DATE", EntityKind.Pii);

    /// <summary>How old a person is; only on request.</summary>
    public static EntityType Age { get; } = new("AGE", "AGE", EntityKind.Pii);

    /// <summary>A nationality, people, religion or political group by name, a special category under the GDPR; only on request.</summary>
    public static EntityType Group { get; } = new("NRP", "GROUP", EntityKind.Pii);

    /// <summary>A title or form of address before a name, such as <c>Dr.</c>; only on request.</summary>
    public static EntityType Title { get; } = new("TITLE", "TITLE", EntityKind.Pii);

    internal static EntityType GermanPlate { get; } = new("DE_KFZ", "PLATE_DE", EntityKind.Pii);

    /// <summary>The <c>user:password</c> part of a URL.</summary>
    public static EntityType UrlCredentials { get; } = new("URL_CREDENTIALS", "URL_LOGIN", EntityKind.Secret);

    /// <summary>A JSON Web Token (RFC 7519) in compact form.</summary>
    public static EntityType Jwt { get; } = new("JWT", "TOKEN", EntityKind.Secret);

    /// <summary>A private key in PEM form (RFC 7468) or an OpenPGP private key block.</summary>
    public static EntityType PrivateKey { get; } = new("PRIVATE_KEY", "PRIVATE_KEY", EntityKind.Secret);

    /// <summary>A provider's API key or access token.</summary>
    public static EntityType ApiKey { get; } = new("API_KEY", "API_KEY", EntityKind.Secret);

    /// <summary>A password that is named as one.</summary>
    public static EntityType Password { get; } = new("PASSWORD", "PASSWORD", EntityKind.Secret);

    /// <summary>What identifies a person only together with other facts, and is needed in most work: looked for when it is asked for by name.</summary>
    public static IReadOnlyList<EntityType> OnRequest { get; } = [Url, DateTime, Age, Group, Title];

    /// <summary>What is looked for when nothing is said: every built-in type but those <see cref="OnRequest"/>.</summary>
    public static IReadOnlyList<EntityType> Default { get; } =
        [EmailAddress, CreditCard, IbanCode, UsSsn, PhoneNumber, IPAddress, MacAddress, Crypto, Bic, DateOfBirth, GermanPlate, UrlCredentials, Jwt, PrivateKey, ApiKey, Password, .. IdFormats.Types];

    /// <summary>Every built-in type.</summary>
    public static IReadOnlyList<EntityType> All { get; } = [.. Default, .. OnRequest];

    /// <summary>The built-in type of a name such as <c>UK_NHS</c>, whatever the case; null when there is none.</summary>
    public static EntityType? Find(string name) => All.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));
}
