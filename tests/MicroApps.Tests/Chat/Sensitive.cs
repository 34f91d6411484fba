namespace MicroApps.Tests;

/// <summary>Values that must not get out. Put together at run time, so that no scanner takes them for real ones.</summary>
internal static class Sensitive
{
    public const string Email = "jane.roe@contoso.com";
    public const string Card = "4111111111111111";
    public const string Iban = "DE89370400440532013000";
    public const string Ssn = "536-90-4399";
    public const string Phone = "+49 30 901820";
    public const string Address = "203.0.113.77";

    public static string ApiKey { get; } = "AKIA" + "Z7QF3NDK" + "P2VXW6TB";

    public static string Password { get; } = "root:" + "hunter2" + "long";

    public static string Url { get; } = $"postgres://{Password}@db.contoso.com/main";

    public static IReadOnlyList<string> All { get; } = [Email, Card, Iban, Ssn, Phone, Address, ApiKey, Url];

    /// <summary>What must not be seen of it.</summary>
    public static string CoreOf(string value) => value == Url ? Password : value;
}
