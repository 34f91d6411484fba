namespace MicroApps.Rego.Tests;

public class TimeBuiltinTests
{
    private static readonly Dictionary<string, Builtin> Functions = TimeBuiltins.All.ToDictionary(b => b.Name);

    public static TheoryData<string> Cases => [.. (TimeCases.Chosen + "\n" + TimeCases.Random).Split('\n').Where(l => l.Contains(" => ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_case_is_as_in_opa(string line)
    {
        var (space, arrow) = (line.IndexOf(' ', StringComparison.Ordinal), line.IndexOf(" => ", StringComparison.Ordinal));
        var args = ((ArrayValue)RegoValue.Parse(line[space..arrow])).Items;
        Assert.Equal(line[(arrow + 4)..], Run(line[..space], args));
    }

    [Theory]
    [InlineData("time.format", 1_000_000)]
    [InlineData("time.parse_ns", 1_000_000)]
    [InlineData("time.parse_duration_ns", 1_000_000)]
    public void Run_long_text_ends_soon(string name, int length)
    {
        foreach (var text in new[] { new string('.', length), new string('0', length), new string('-', length), new string('5', length), new string(' ', length) })
        {
            RegoValue value = RegoValue.From(text);
            Assert.NotEmpty(Run(name, name == "time.format" ? [new ArrayValue([NumberValue.Of(1), RegoValue.From("UTC"), value])] : [value, value]));
        }
    }

    [Fact]
    public void Now_gives_the_time_of_the_evaluation() =>
        Assert.Equal("1234567890123456789", TimeBuiltins.All.Single(b => b.Name == "time.now_ns").Run(new() { NowNanoseconds = 1234567890123456789 }, [])?.ToJson());

    [Theory]
    [InlineData("CET-1CEST,M3.5.0,M10.5.0/3", 1751328000, 7200, "CEST")]
    [InlineData("CET-1CEST,M3.5.0,M10.5.0/3", 1735689600, 3600, "CET")]
    [InlineData("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", 1751328000, -7200, "-02")]
    [InlineData("AAA0BBB,J60,J300", 1709179200, 0, "AAA")]
    [InlineData("AAA0BBB,59,300", 1709179200, 3600, "BBB")]
    [InlineData("EST5EDT", 1751328000, -14400, "EDT")]
    [InlineData("UTC0", 1751328000, 0, "UTC")]
    public void At_rule_gives_offset_and_name(string rule, long seconds, int offset, string name)
    {
        var period = ZoneRule.Parse(rule)!.At(seconds, 0);
        Assert.Equal((offset, name), (period.Offset, period.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("<AAA")]
    [InlineData("AAA")]
    [InlineData("AAA0BBB,M3.5.0")]
    [InlineData("AAA0BBB,M13.5.0,M10.5.0")]
    [InlineData("AAA0BBB,M3.5.0,M10.5.0x")]
    [InlineData("AAA99999999999999999999")]
    public void Parse_wrong_rule_is_null(string rule) => Assert.Null(ZoneRule.Parse(rule));

    [Fact]
    public void Read_broken_zone_file_is_null()
    {
        byte[] header = [.. "TZif2"u8, .. new byte[15], .. new byte[23], 200];
        for (var length = 0; length <= header.Length; length++)
            Assert.Null(ZoneFile.Read(header.AsSpan(0, length)));
        header.AsSpan(20).Fill(0xFF);
        Assert.Null(ZoneFile.Read(header));
    }

    private static string Run(string name, RegoValue[] args)
    {
        var context = new BuiltinContext { Name = name };
        return Functions[name].Run(context, args)?.ToJson() ?? context.FailureMessage[(name.Length + 2)..];
    }
}
