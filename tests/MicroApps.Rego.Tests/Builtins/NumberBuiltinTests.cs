namespace MicroApps.Rego.Tests;

public class NumberBuiltinTests
{
    private static readonly Dictionary<string, BuiltinFunction> Functions = new[]
        {
            ArithmeticBuiltins.All, BitsBuiltins.All, CastsBuiltins.All, AggregateBuiltins.All, ComparisonBuiltins.All,
            NumberRangeBuiltins.All, UnitsBuiltins.All, RandomBuiltins.All, TypeBuiltins.All, SetBuiltins.All,
        }
        .SelectMany(family => family).ToDictionary(builtin => builtin.Name, builtin => builtin.Run);

    public static TheoryData<string> Cases => [.. (NumberCases.Chosen + "\n" + NumberCases.Random).Split('\n').Select(line => line.Trim())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_case_is_as_in_opa(string line)
    {
        var (call, want) = (line[..line.IndexOf(" => ", StringComparison.Ordinal)], line[(line.IndexOf(" => ", StringComparison.Ordinal) + 4)..]);
        var name = call[..call.IndexOf(' ')];
        var context = new BuiltinContext { Name = name };
        var result = Functions[name](context, ((ArrayValue)RegoValue.Parse(call[call.IndexOf(' ')..])).Items);
        Assert.Equal(want, result?.ToJson() ?? context.FailureMessage[(name.Length + 2)..]);
    }

    [Theory]
    [InlineData("minus", "[1,2,3]", "[2]", "{1, 3}")]
    [InlineData("and", "[1,2,3]", "[2,4]", "{2}")]
    [InlineData("and", "[1]", "[2]", "set()")]
    [InlineData("or", "[1,2]", "[2.0,0]", "{0, 1, 2}")]
    [InlineData("set_diff", "[1]", "[1]", "set()")]
    public void Run_sets_gives_a_set(string name, string left, string right, string want) =>
        Assert.Equal(want, Functions[name](new() { Name = name }, [Set(left), Set(right)])?.ToString());

    [Theory]
    [InlineData("union", "{1, 2, 3}")]
    [InlineData("intersection", "{2}")]
    public void Run_set_of_sets_folds_them(string name, string want) =>
        Assert.Equal(want, Functions[name](new() { Name = name }, [new SetValue([Set("[1,2]"), Set("[2,3]")])])?.ToString());

    [Theory]
    [InlineData("max")]
    [InlineData("min")]
    public void Run_extreme_of_nothing_is_undefined(string name)
    {
        var context = new BuiltinContext { Name = name };
        Assert.Null(Functions[name](context, [ArrayValue.Empty]));
        Assert.Null(context.FailureCode);
    }

    [Fact]
    public void Random_same_seed_gives_same_number()
    {
        var context = new BuiltinContext { Name = "rand.intn" };
        var numbers = Enumerable.Range(0, 50).Select(_ => Functions["rand.intn"](context, [RegoValue.From("key"), RegoValue.From(1_000_000_000_000)]));
        Assert.Single(numbers.Distinct());
        Assert.Single(context.Cache);
    }

    [Fact]
    public void Range_cancelled_ends()
    {
        var context = new BuiltinContext { Name = "numbers.range", Budget = new(cancellation: new(canceled: true)) };
        Assert.Throws<OperationCanceledException>(() => Functions["numbers.range"](context, [RegoValue.From(1), RegoValue.From(1_000_000)]));
    }

    private static SetValue Set(string json) => new(((ArrayValue)RegoValue.Parse(json)).Items);
}
