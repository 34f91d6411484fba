using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

public sealed class OptionsTests : ModelTest
{
    [Theory]
    [InlineData(OpenAIFlavour.OpenAI, null, "https://api.openai.com/v1", "openai")]
    [InlineData(OpenAIFlavour.OpenAI, "https://eu.api.openai.com/v1/", "https://eu.api.openai.com/v1", "openai")]
    [InlineData(OpenAIFlavour.AzureOpenAI, "https://r.openai.azure.com", "https://r.openai.azure.com/openai/v1", "azure.ai.openai")]
    [InlineData(OpenAIFlavour.AzureOpenAI, "https://r.openai.azure.com/openai/v1/", "https://r.openai.azure.com/openai/v1", "azure.ai.openai")]
    [InlineData(OpenAIFlavour.Compatible, "http://localhost:11434/v1", "http://localhost:11434/v1", "openai-compatible")]
    [InlineData(OpenAIFlavour.Compatible, "https://gateway.example/team/llm/v1", "https://gateway.example/team/llm/v1", "openai-compatible")]
    public void Endpoint_and_provider_follow_the_flavour(OpenAIFlavour flavour, string? endpoint, string expected, string provider)
    {
        var metadata = new OpenAIChatClient(new() { Flavour = flavour, Endpoint = endpoint is null ? null : new Uri(endpoint), Model = "m" }).GetService<ChatClientMetadata>()!;

        Assert.Equal((new Uri(expected), provider), (metadata.ProviderUri, metadata.ProviderName));
    }

    [Theory]
    [InlineData(OpenAIFlavour.AzureOpenAI, null, "https://{resource}.openai.azure.com/")]
    [InlineData(OpenAIFlavour.AzureOpenAI, "https://r.openai.azure.com/openai/deployments/d", "name the deployment in Model")]
    [InlineData(OpenAIFlavour.Compatible, null, "http://localhost:11434/v1")]
    [InlineData(OpenAIFlavour.Compatible, "http://models.example/v1", "AllowHttp")]
    [InlineData(OpenAIFlavour.OpenAI, "ftp://api.example/v1", "https://")]
    [InlineData(OpenAIFlavour.OpenAI, "https://api.example/v1?key=1", "query")]
    [InlineData(OpenAIFlavour.OpenAI, "/v1", "absolute")]
    public void Wrong_endpoint_is_refused_with_the_mend(OpenAIFlavour flavour, string? endpoint, string mend) =>
        AssertRefused("Endpoint", mend, options => (options.Flavour, options.Endpoint) = (flavour, endpoint is null ? null : new Uri(endpoint, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Password_in_the_endpoint_is_refused_and_not_repeated()
    {
        var refusal = AssertRefused("Endpoint", "ApiKey", options => options.Endpoint = new Uri(string.Concat("https://me:", "hush@", "api.example/v1")));

        Assert.DoesNotContain("hush", refusal.ToString());
    }

    [Fact]
    public void Every_wrong_option_is_named()
    {
        AssertRefused("Flavour", "AzureOpenAI", options => options.Flavour = (OpenAIFlavour)9);
        AssertRefused("Model", "name the model", options => options.Model = " ");
        AssertRefused("ApiKey", "function", options => options.ApiKey = null!);
        AssertRefused("Timeout", "above zero", options => options.Timeout = TimeSpan.Zero);
        AssertRefused("MaxRetries", "0 to 10", options => options.MaxRetries = 11);
        AssertRefused("MaxRetryDelay", "one hour", options => options.MaxRetryDelay = TimeSpan.FromDays(1));
        AssertRefused("ProviderName", "blank", options => options.ProviderName = " ");
        AssertRefused("TimeProvider", "System", options => options.TimeProvider = null!);
        Assert.Throws<ArgumentNullException>(() => new OpenAIChatClient(null!));
    }

    [Fact]
    public async Task Plain_http_to_another_machine_needs_a_clear_yes()
    {
        var seen = new Seeing();
        using var client = new OpenAIChatClient(new() { Flavour = OpenAIFlavour.Compatible, Endpoint = new("http://models.example/v1"), Model = "m", AllowHttp = true, HttpHandler = seen });

        await client.GetResponseAsync("hi");

        Assert.Equal("http://models.example/v1/chat/completions", seen.Address?.ToString());
    }

    [Fact]
    public async Task Azure_uses_its_path_and_header()
    {
        await AskAsync(Client(OpenAIFlavour.AzureOpenAI), streaming: false);

        Assert.Equal("/openai/v1/chat/completions", Server.LastRequest.Path);
        Assert.Equal(Key, Server.LastRequest.Header("api-key"));
        Assert.Null(Server.LastRequest.Header("Authorization"));
    }

    [Fact]
    [Trait("Spec", "ACC-3")]
    public async Task Key_is_asked_for_before_every_request()
    {
        var key = string.Concat("old", "-key");
        var client = Client(change: options => options.ApiKey = () => key);

        await AskAsync(client, streaming: false);
        key = string.Concat("new", "-key", "\n");
        await AskAsync(client, streaming: true);

        Assert.Equal(["Bearer old-key", "Bearer new-key"], Server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Compatible_server_may_need_no_key()
    {
        await AskAsync(Client(OpenAIFlavour.Compatible, options => options.ApiKey = () => null), streaming: false);

        Assert.Null(Server.LastRequest.Header("Authorization"));
    }

    [Theory]
    [InlineData(OpenAIFlavour.OpenAI, null, "gave no key")]
    [InlineData(OpenAIFlavour.AzureOpenAI, " ", "gave no key")]
    [InlineData(OpenAIFlavour.Compatible, "two words", "blanks")]
    [InlineData(OpenAIFlavour.OpenAI, "line\nbreak", "line breaks")]
    public async Task Unusable_key_is_refused_before_anything_is_sent(OpenAIFlavour flavour, string? key, string problem)
    {
        var failure = await Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Client(flavour, options => options.ApiKey = () => key), streaming: false));

        Assert.Contains(problem, failure.Message);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Trace_baggage_does_not_reach_the_provider()
    {
        using var activity = new System.Diagnostics.Activity("call").AddBaggage("user", "anna").Start();

        await AskAsync(Client(), streaming: false);

        Assert.DoesNotContain(Server.LastRequest.Headers, header => header.Value.Contains("anna", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Spec", "ACC-3")]
    public async Task Official_client_writes_no_log_of_its_own()
    {
        using var log = new EventLog();

        await AskAsync(Client(), streaming: false);

        Assert.Empty(log.Events);
    }

    [Fact]
    public async Task Options_changed_later_have_no_effect()
    {
        var options = Options();
        var client = new OpenAIChatClient(options);
        options.Model = "other";

        await AskAsync(client, streaming: false);

        AssertJson("\"gpt-test\"", Server.LastRequest.Json["model"]);
    }

    private static ArgumentException AssertRefused(string option, string mend, Action<OpenAIModelOptions> change)
    {
        var options = new OpenAIModelOptions { Model = "m" };
        change(options);
        var refusal = Assert.Throws<ArgumentException>(() => new OpenAIChatClient(options));
        Assert.StartsWith($"OpenAIModelOptions.{option} ", refusal.Message);
        Assert.Contains(mend, refusal.Message);
        return refusal;
    }

    private sealed class EventLog : EventListener
    {
        public ConcurrentQueue<string?> Events { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.Replace('-', '.') == "System.ClientModel")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) => Events.Enqueue(eventData.EventName);
    }

    private sealed class Seeing : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(FakeOpenAIServer.Completion(new FakeAnswer("x"))) });
        }
    }
}
