namespace MicroApps.Rego.Tests;

/// <summary>Sources and inputs nested or chained beyond all sense end with an error, on a small stack and soon.</summary>
public class DeepSourceTests
{
    private const int Depth = 100_000;

    [Theory]
    [InlineData("p := ", "[", "1", "]")]
    [InlineData("p := ", "{", "1", "}")]
    [InlineData("p := ", "(", "1", ")")]
    [InlineData("p := ", "{\"a\": ", "1", "}")]
    [InlineData("p := ", "[x | x := ", "1", "]")]
    [InlineData("p := ", "{x | x := ", "1", "}")]
    [InlineData("p := ", "count(", "1", ")")]
    [InlineData("p := input", "[input", "", "]")]
    [InlineData("p if ", "not ", "input", "")]
    [InlineData("p if ", "every x in [1] { ", "x", " }")]
    [InlineData("p if ", "{ ", "true", " }")]
    [InlineData("p := 1 if input", " else := 1 if input", "", "")]
    [InlineData("p := 1", " + 1", "", "")]
    [InlineData("p := [1", " | 1", "", "")]
    [InlineData("p if 1", " == 1", "", "")]
    [InlineData("p if 1", " in [1]", "", "")]
    public void Compile_deep_source_is_refused(string before, string open, string inside, string close)
    {
        var source = "package p\n" + before + string.Concat(Enumerable.Repeat(open, Depth)) + inside + string.Concat(Enumerable.Repeat(close, Depth)) + "\n";

        Assert.NotEmpty(Compile(source));
    }

    [Theory]
    [InlineData("p if true", " with input.x as 1")]
    [InlineData("p := input", ".a")]
    [InlineData("p if { true", "; true")]
    [InlineData("p := [1", ", 1")]
    [InlineData("p := 1", "\np := 1")]
    public void Compile_long_source_ends(string before, string again) => Compile("package p\n" + before + string.Concat(Enumerable.Repeat(again, 5_000)) + (before.Contains('{', StringComparison.Ordinal) ? " }\n" : before.Contains('[', StringComparison.Ordinal) ? "]\n" : "\n"));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Parse_deep_input_is_refused(string open, string close) => OnSmallStack(() =>
        Assert.Throws<FormatException>(() => RegoValue.Parse(string.Concat(Enumerable.Repeat(open, Depth)) + "1" + string.Concat(Enumerable.Repeat(close, Depth)))));

    private static IReadOnlyList<RegoError> Compile(string source)
    {
        IReadOnlyList<RegoError> errors = [];
        OnSmallStack(() =>
        {
            try
            {
                new RegoCompiler { Capabilities = RegoCapabilities.All }.Add("a.rego", source).Compile();
            }
            catch (RegoException e)
            {
                errors = e.Errors;
            }
        });
        return errors;
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), 1024 * 1024);
        thread.Start();

        Assert.True(thread.Join(TimeSpan.FromSeconds(60)));
        Assert.Null(failure);
    }
}
