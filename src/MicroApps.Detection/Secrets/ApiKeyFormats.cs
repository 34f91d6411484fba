namespace MicroApps.Detection;

/// <summary>The key formats that carry a recognisable mark: a row for each, by what their providers do.</summary>
internal static partial class ApiKeyFormats
{
    public static IReadOnlyList<ApiKeyFormat> All { get; } = [.. Models, .. Clouds, .. Code, .. Messages, .. Payments, .. Work];
}
