namespace MicroApps.Rego.Tests;

public class RegoWatchTests
{
    private const string Policy = """
        package app

        allow if {
            trace("asked")
            some role in input.roles
            startswith(role, "adm")
        }

        level(x) := "high" if x == 2
        level(x) := "low" if x != 2

        same if input.a == 1
        same if input.b

        big := [y | some y in input.ys; y > 1]
        """;

    [Theory]
    [InlineData(null, """
        Enter data.app.allow
        | Eval data.app.allow
        | Enter data.app.allow
        | | Eval trace("asked")
        | | Note asked
        | | Eval some role in input.roles
        | | Eval startswith(role, "adm")
        | | Fail startswith(role, "adm")
        | | Redo some role in input.roles
        | | Redo trace("asked")
        | Fail data.app.allow
        """)]
    [InlineData(RegoTraceKind.Note, """
        Enter data.app.allow
        | Enter data.app.allow
        | | Note asked
        """)]
    [InlineData(RegoTraceKind.Fail, """
        Enter data.app.allow
        | Enter data.app.allow
        | | Fail startswith(role, "adm")
        | Fail data.app.allow
        """)]
    public void Events_tell_what_happened_in_order(RegoTraceKind? kind, string events)
    {
        var watch = Watch("data.app.allow", """{"roles": ["user"]}""");

        Assert.Equal(events, string.Join('\n', watch.Events(kind).Select(e => $"{string.Concat(Enumerable.Repeat("| ", e.Depth))}{e.Kind} {e.Text}")));
    }

    [Fact]
    public void Events_have_places_and_a_limit()
    {
        var watch = Watch("data.app.allow", """{"roles": ["user"]}""");

        Assert.False(watch.IsCut);
        Assert.Contains(watch.Events(), e => e is { Kind: RegoTraceKind.Fail, File: "p.rego", Line: 6, Column: 5 });

        var small = Watch("data.app.allow", """{"roles": ["user"]}""", most: 3);
        Assert.Equal((3, true), (small.Events().Count, small.IsCut));
    }

    [Theory]
    [InlineData("data.app.level(2)", "9,10")]
    [InlineData("data.app.level(1)", "10")]
    [InlineData("data.app.same", "12")]
    [InlineData("data.app.big", "15")]
    public void Coverage_leaves_out_what_the_index_of_opa_does(string query, string lines)
    {
        var watch = Watch($"x := {query}", """{"a": 1, "b": true, "ys": [1, 2]}""");

        Assert.Equal(lines, string.Join(',', watch.Coverage().Single().Covered));
    }

    [Fact]
    public void Profile_counts_and_times_each_line()
    {
        var profile = Watch("data.app.big", """{"ys": [1, 2, 3]}""", takesTime: true).Profile();

        var line = profile.Single(p => p.File == "p.rego");
        Assert.Equal((15, "big := [y | some y in input.ys; y > 1]", 6, 4), (line.Line, line.Text, line.Evaluations, line.Expressions));
        Assert.True(profile.Sum(p => p.Time.Ticks) > 0);
        Assert.Contains(profile, p => p is { File: "query", Line: 1, Evaluations: 1 });
    }

    [Fact]
    public void Trace_without_watch_is_true() =>
        Assert.True(Assert.Single(new RegoCompiler().Compile().Prepare("x := trace(\"a\")").Evaluate(null))["x"].Equals(RegoValue.True));

    private static RegoWatch Watch(string query, string input, int most = 1_000, bool takesTime = false)
    {
        var watch = new RegoWatch { MostEvents = most, TakesTime = takesTime };
        new RegoCompiler { Watch = watch }.Add("p.rego", Policy).Compile().Prepare(query).Evaluate(RegoValue.Parse(input));
        return watch;
    }
}
