namespace MicroApps.Analyzers.Tests;

public class HostShapeTests
{
    [Theory]
    [InlineData("https://api.?.com/v1", true)]
    [InlineData("https://??/v1", true)]
    [InlineData("?openai.com", true)]
    [InlineData("https://?.azure.com/openai", true)]
    [InlineData("https://bedrock-runtime.?.amazonaws.com", true)]
    [InlineData("https://eu.gateway.?", true)]
    [InlineData("https://?/v1", false)]
    [InlineData("?.json", false)]
    [InlineData("row ? of ?", false)]
    [InlineData("https://intranet.?.contoso.example/v1", false)]
    public void Holes_are_asked_about_only_where_they_could_make_a_host(string text, bool expected) =>
        Assert.Equal(expected, HostShape.MayBecomeHost(text.Replace('?', '\0'), ["*.gateway.test"]));
}
