using System.Diagnostics;
using Xunit.Abstractions;

namespace MicroApps.Rego.Tests;

/// <summary>Whatever a policy does, steps, time and cancellation end it soon. They run alone, since they look at the clock.</summary>
[Collection(nameof(LimitTests))]
public class LimitTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_time = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_late = TimeSpan.FromMilliseconds(250);
    private static readonly Lazy<RegoValue> s_input = new(() => EndlessPolicies.Input(texts: 1_000_000, numbers: 200_000));

    public static TheoryData<string> EndlessNames() => [.. EndlessPolicies.Endless.Select(p => p.Name)];

    public static TheoryData<string> LargeNames() => [.. EndlessPolicies.Large.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(EndlessNames))]
    public void Evaluate_that_uses_up_its_steps_is_ended(string name)
    {
        var error = Error(name, new() { Fuel = 300_000 });

        Assert.Equal("eval_cancel_error", error.Code);
        Assert.Contains("(Fuel)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EndlessNames))]
    public void Evaluate_that_takes_longer_than_it_may_is_ended(string name)
    {
        var query = Query(name);

        Late(() =>
        {
            var watch = Stopwatch.StartNew();
            var exception = Assert.Throws<RegoException>(() => query.Evaluate(s_input.Value, s_input.Value, new() { Fuel = long.MaxValue, Timeout = s_time }));
            Assert.Equal("eval_cancel_error", exception.Errors[0].Code);
            Assert.Contains("(Timeout", exception.Errors[0].Message, StringComparison.Ordinal);
            return watch.Elapsed - s_time;
        });
    }

    [Theory]
    [MemberData(nameof(EndlessNames))]
    public void Evaluate_that_is_cancelled_is_ended(string name)
    {
        var query = Query(name);

        Late(() =>
        {
            using var cancellation = new CancellationTokenSource();
            var cancelled = 0L;
            using var registration = cancellation.Token.Register(() => cancelled = Stopwatch.GetTimestamp());
            cancellation.CancelAfter(s_time);
            Assert.ThrowsAny<OperationCanceledException>(() => query.Evaluate(s_input.Value, s_input.Value, new() { Fuel = long.MaxValue }, cancellation.Token));
            return Stopwatch.GetElapsedTime(cancelled);
        });
    }

    [Theory]
    [MemberData(nameof(LargeNames))]
    public void Evaluate_that_would_make_too_much_is_ended(string name)
    {
        var error = Error(name, new() { Fuel = long.MaxValue, Timeout = TimeSpan.FromSeconds(20) });

        Assert.Equal("eval_cancel_error", error.Code);
        Assert.Contains("in one result", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_without_time_is_ended_at_once()
    {
        var query = new RegoCompiler().Compile().Prepare("x := 1");

        Assert.Contains("(Timeout: 00:00:00)", Assert.Throws<RegoException>(() => query.Evaluate(null, null, new() { Timeout = TimeSpan.Zero })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_in_a_printed_line_has_limits_of_its_own()
    {
        var inner = new RegoCompiler().Compile().Prepare("x := count(numbers.range(1, 1000))");
        var outer = new RegoCompiler { KeepPrint = true }.Add("a.rego", "package a\np if { print(1); count(numbers.range(1, 1000)) == 1000 }").Compile().Prepare("data.a.p");
        var printed = 0;

        var found = outer.Evaluate(null, null, new() { Fuel = 200, Print = _ => printed = inner.Evaluate(null, null, new() { Fuel = 200 }).Count });

        Assert.Equal((1, 1), (found.Count, printed));
    }

    [Fact]
    public void Evaluate_value_nested_by_patches_is_ended()
    {
        const string Source = "package p\np := json.patch([1], [{\"op\": \"copy\", \"from\": \"\", \"path\": [0 | numbers.range(0, pow)[_]]} | some n in numbers.range(0, 40); pow := bits.lsh(1, min([n, 17])) - 1])";
        var query = new RegoCompiler().Add("a.rego", Source).Compile().Prepare("data.p.p");

        var codes = new[] { "eval_internal_error", "eval_cancel_error" };
        Assert.Contains(Assert.Throws<RegoException>(() => query.Evaluate(null)).Errors[0].Code, codes);
    }

    private static RegoError Error(string name, RegoEvaluationOptions options)
    {
        var query = Query(name);
        return Assert.Throws<RegoException>(() => query.Evaluate(s_input.Value, s_input.Value, options)).Errors[0];
    }

    private static RegoQuery Query(string name)
    {
        var source = EndlessPolicies.Endless.Concat(EndlessPolicies.Large).First(p => p.Name == name).Source;
        _ = s_input.Value;
        return new RegoCompiler { Capabilities = RegoCapabilities.All, KeepPrint = true }.Add("a.rego", "package p\n" + source).Compile().Prepare("x = data.p.p");
    }

    // A machine with other work may be late by itself, but not three times in a row.
    private void Late(Func<TimeSpan> run)
    {
        var late = TimeSpan.MaxValue;
        for (var i = 0; i < 3 && late >= s_late; i++)
        {
            late = run();
            output.WriteLine($"{late.TotalMilliseconds:F1} ms late");
        }

        Assert.True(late < s_late, $"{late.TotalMilliseconds:F1} ms late");
    }
}
