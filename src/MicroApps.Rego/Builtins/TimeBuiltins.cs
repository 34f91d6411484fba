namespace MicroApps.Rego;

/// <summary>Built-in functions about time: instants are nanoseconds since 1970-01-01 UTC in 64 bits, alone or in an array with the name of a zone.</summary>
internal static class TimeBuiltins
{
    /// <summary>The first year in which Go counts days, as far back as 64 bits of seconds go.</summary>
    private const long FirstYear = -292_277_022_399;

    public static IEnumerable<Builtin> All =>
    [
        new("time.add_date", AddDate),
        new("time.clock", (c, a) => TryTime(c, a[0], out var time, out _) ? Numbers(time.Hour, time.Minute, time.Second) : null),
        new("time.date", (c, a) => TryTime(c, a[0], out var time, out _) ? Numbers(time.Date.Year, time.Date.Month, time.Date.Day) : null),
        new("time.diff", Diff),
        new("time.format", Format),
        new("time.now_ns", (c, _) => NumberValue.Of(c.NowNanoseconds)),
        new("time.parse_duration_ns", ParseDuration),
        new("time.parse_ns", (c, a) => TextOperand.TryTexts(c, a, out var layout, out var value) ? Parse(c, TimeLayout.Resolve(layout), value) : null),
        new("time.parse_rfc3339_ns", (c, a) => TextOperand.TryText(c, a, 0, out var value) ? Parse(c, TimeLayout.Rfc3339, value) : null),
        new("time.weekday", (c, a) => TryTime(c, a[0], out var time, out _) ? RegoValue.From(TimeNames.Weekdays[time.Date.Weekday]) : null),
    ];

    private static RegoValue? Parse(BuiltinContext context, string layout, string value) =>
        TimeReader.Read(layout, value, out var error) is var (seconds, nanosecond) ? Nanoseconds(context, seconds, nanosecond) : context.Fail(error);

    private static RegoValue? ParseDuration(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var text))
            return null;
        return GoDuration.Parse(text, out var error) is { } duration ? NumberValue.Of(duration) : context.Fail(error);
    }

    private static RegoValue? Format(BuiltinContext context, RegoValue[] args)
    {
        if (!TryTime(context, args[0], out var time, out var layout))
            return null;
        return RegoValue.From(TimeWriter.Write(time, layout.Length == 0 ? TimeLayout.Rfc3339Nano : TimeLayout.Resolve(layout)));
    }

    private static RegoValue? AddDate(BuiltinContext context, RegoValue[] args)
    {
        if (!TryTime(context, args[0], out var time, out _) || !TextOperand.TryInteger(context, args, 1, out var years)
            || !TextOperand.TryInteger(context, args, 2, out var months) || !TextOperand.TryInteger(context, args, 3, out var days))
            return null;
        // As in Go, what leaves 64 bits wraps around, and so do years before the first that it knows.
        months = unchecked(months + time.Date.Month - 1);
        years = unchecked(years + time.Date.Year + (months / 12) - (months % 12 < 0 ? 1 : 0) - FirstYear);
        var month = new CivilDate(FirstYear + (long)((ulong)years % 400), (int)CivilDate.Modulo(months, 12) + 1, 1);
        days = unchecked(days + ((long)((ulong)years / 400) * CivilDate.DaysPer400Years) + month.Days + time.Date.Day - 1);
        return Nanoseconds(context, time.Zone.ToInstant(unchecked((days * CivilDate.SecondsPerDay) + time.SecondOfDay)), time.Nanosecond);
    }

    /// <summary>From the earlier to the later time, in the zone of the first: how many whole years lie between them, then months, and so on.</summary>
    private static ArrayValue? Diff(BuiltinContext context, RegoValue[] args)
    {
        if (!TryTime(context, args[0], out var from, out _) || !TryTime(context, args[1], out var to, out _))
            return null;
        to = new(to.TotalNanoseconds, from.Zone);
        if (from.TotalNanoseconds > to.TotalNanoseconds)
            (from, to) = (to, from);
        var seconds = to.SecondOfDay - from.SecondOfDay;
        var days = to.Date.Day - from.Date.Day;
        if (seconds < 0)
            (seconds, days) = (seconds + CivilDate.SecondsPerDay, days - 1);
        var months = ((to.Date.Year - from.Date.Year) * 12) + to.Date.Month - from.Date.Month;
        if (days < 0)
            (days, months) = (days + CivilDate.DaysInMonth(from.Date.Year, from.Date.Month), months - 1);
        return Numbers(CivilDate.Divide(months, 12), CivilDate.Modulo(months, 12), days, seconds / (60 * 60), seconds / 60 % 60, seconds % 60);
    }

    private static ArrayValue Numbers(params long[] numbers) => new([.. numbers.Select(NumberValue.Of)]);

    private static RegoValue? Nanoseconds(BuiltinContext context, long seconds, int nanosecond) =>
        ZonedTime.ToNanoseconds(seconds, nanosecond) is { } sum ? NumberValue.Of(sum) : context.Fail("time outside of valid range");

    /// <summary>Reads an instant, or an array of an instant, a zone and a layout, of which the last may be missing.</summary>
    private static bool TryTime(BuiltinContext context, RegoValue operand, out ZonedTime time, out string layout)
    {
        (time, layout) = (default, "");
        var parts = operand is ArrayValue array ? array.Items : operand is NumberValue ? [operand] : [];
        if (parts.Length == 0)
            return Failed(context.FailOperand(1, $"must be either number (ns) or [number (ns), string (tz)] but got {BuiltinContext.KindName(operand.Kind)}"));
        if (parts[0] is not NumberValue number)
            return Failed(context.FailOperand(1, parts[0], RegoKind.Number));
        if (!TryPart(context, parts, 1, out var name))
            return false;
        if (Zones.Find(name, out var error) is not { } zone)
            return Failed(context.Fail(error));
        if (!TryPart(context, parts, 2, out layout))
            return false;
        if (!number.TryGetInteger(out var nanoseconds) || nanoseconds < long.MinValue || nanoseconds > long.MaxValue)
            return Failed(context.Fail("timestamp too big"));
        time = new((long)nanoseconds, zone);
        return true;
    }

    private static bool TryPart(BuiltinContext context, RegoValue[] parts, int at, out string text)
    {
        text = (at < parts.Length ? parts[at] as StringValue : null)?.Value ?? "";
        return at >= parts.Length || parts[at] is StringValue || Failed(context.FailOperand(1, parts[at], RegoKind.String));
    }

    private static bool Failed(RegoValue? nothing) => nothing is not null;
}
