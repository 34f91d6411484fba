using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> Devices()
    {
        var (imei, words) = (Pii("IMEI", "IMEI"), new ContextWords("imei", "device id", "handset", "equipment identity", "device identifier", "mobile equipment"));
        yield return new(imei, "999999999999999", id => IsReportingBody(id) && Luhn.IsValid(id), 0.2, words);
        yield return new(imei, "9999999999999999", IsReportingBody, 0.05, new("imeisv", "imei sv", "imei"), 0.7);
    }

    // 3GPP TS 23.003 and GSMA TS.06: the first two digits name the body that gave the type its code.
    private static bool IsReportingBody(ReadOnlySpan<char> id) => Two(id, 0) is 1 or 10 or 33 or 35 or 44 or 45 or 49 or (>= 50 and <= 54) or 86 or 91 or 98 or 99 && !IsRepdigit(id);
}
