using MicroApps.Detection;

namespace MicroApps;

/// <summary>Values of one type in one place of a source.</summary>
/// <param name="Type">What was found.</param>
/// <param name="Class">The class that it calls for.</param>
/// <param name="File">The file; empty for records that came from no file.</param>
/// <param name="Field">The column or property; null in plain text.</param>
/// <param name="FirstLine">The line of the first value, from 1.</param>
/// <param name="Records">How many sampled records hold such a value.</param>
/// <param name="Values">How many values they hold.</param>
/// <param name="ShareFrom">Lower end of the 95 % interval of the share of records that hold one (E. B. Wilson, 1927), 0 to 1; the share itself when every record was looked at.</param>
/// <param name="ShareTo">Upper end of that interval.</param>
public sealed record DataSourceEvidence(
    EntityType Type, DataClass Class, string File, string? Field, int FirstLine, long Records, long Values, double ShareFrom, double ShareTo);
