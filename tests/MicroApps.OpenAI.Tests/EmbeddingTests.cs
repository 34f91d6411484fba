using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

public sealed class EmbeddingTests : ModelTest
{
    [Theory]
    [InlineData(OpenAIFlavour.OpenAI, "base64")]
    [InlineData(OpenAIFlavour.AzureOpenAI, "base64")]
    [InlineData(OpenAIFlavour.Compatible, "float")]
    public async Task Vectors_come_back_in_order_in_either_encoding(OpenAIFlavour flavour, string encoding)
    {
        var embeddings = await Generator(flavour).GenerateAsync(["Ærø", "b"]);

        Assert.Equal([FakeOpenAIServer.Vector("Ærø"), FakeOpenAIServer.Vector("b")], embeddings.Select(embedding => embedding.Vector.ToArray()));
        Assert.All(embeddings, embedding => Assert.Equal("fake-embedding-2026-01", embedding.ModelId));
        Assert.Equal(2, embeddings.Usage!.InputTokenCount);
        AssertJson($$"""{"model":"gpt-test","input":["Ærø","b"],"encoding_format":"{{encoding}}"}""", Server.LastRequest.Json);
    }

    [Fact]
    public async Task Options_go_into_their_fields()
    {
        var options = new EmbeddingGenerationOptions
        {
            Dimensions = 3,
            ModelId = "other",
            AdditionalProperties = new() { ["user"] = "u-1" },
            RawRepresentationFactory = _ => new System.Text.Json.Nodes.JsonObject { ["input_type"] = "query" },
        };

        var vector = (await Generator().GenerateAsync(["a"], options))[0].Vector;

        Assert.Equal(3, vector.Length);
        AssertJson("""{"input_type":"query","model":"other","input":["a"],"encoding_format":"base64","dimensions":3,"user":"u-1"}""", Server.LastRequest.Json);
    }

    [Fact]
    public async Task Many_texts_are_sent_in_batches_and_counted_together()
    {
        var embeddings = await Generator().GenerateAsync(Enumerable.Range(0, 2050).Select(i => $"t{i}"));

        Assert.Equal(2050, embeddings.Count);
        Assert.Equal(2050, embeddings.Usage!.InputTokenCount);
        Assert.Equal(FakeOpenAIServer.Vector("t2049"), embeddings[2049].Vector.ToArray());
        Assert.Equal([2048, 2], Server.Requests.Select(request => request.Json["input"]!.AsArray().Count));
    }

    [Fact]
    public async Task No_texts_need_no_request()
    {
        Assert.Empty(await Generator().GenerateAsync([]));
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Vectors_are_put_in_the_order_of_their_index()
    {
        Server.Enqueue(FakeReplies.Json("""{"data":[{"index":1,"embedding":[2]},{"index":0,"embedding":[1]}]}"""));

        Assert.Equal([1, 2], (await Generator().GenerateAsync(["a", "b"])).Select(embedding => embedding.Vector.Span[0]));
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":7,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"embedding":[1]},{"embedding":[1]},{"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"embedding":"AAA="},{"embedding":"AAA="}]}""")]
    [InlineData("""{"data":[{"embedding":["1"]},{"embedding":["1"]}]}""")]
    [InlineData("""{"data":[{"embedding":[]},{"embedding":[]}]}""")]
    [InlineData("""{"data":[{"embedding":"?"},{}]}""")]
    [InlineData("{}")]
    public async Task Answer_without_one_vector_for_each_text_is_an_error(string body)
    {
        Server.Enqueue(FakeReplies.Json(body));

        var failure = await Assert.ThrowsAsync<ModelProviderException>(() => Generator().GenerateAsync(["a", "b"]));

        Assert.Contains("one usable vector for each text", failure.Message);
    }

    [Fact]
    public async Task Failures_and_cancellation_are_those_of_the_chat_client()
    {
        Server.Enqueue(FakeReplies.Json("""{"error":{"message":"Anna","code":"DeploymentNotFound"}}""", 404), FakeReplies.Hang);

        var failure = await Assert.ThrowsAsync<ModelProviderException>(() => Generator(OpenAIFlavour.AzureOpenAI).GenerateAsync(["Anna"]));

        Assert.Equal((404, "DeploymentNotFound"), (failure.Status, failure.Code));
        Assert.DoesNotContain("Anna", failure.ToString());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Generator().GenerateAsync(["a"], null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Services_are_the_generator_its_metadata_and_the_official_client()
    {
        var generator = Generator();

        Assert.Same(generator, generator.GetService<IEmbeddingGenerator<string, Embedding<float>>>());
        Assert.Equal("gpt-test", generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId);
        Assert.NotNull(generator.GetService<OpenAI.Embeddings.EmbeddingClient>());
    }

    private OpenAIEmbeddingGenerator Generator(OpenAIFlavour flavour = OpenAIFlavour.OpenAI) => new(Options(flavour));
}
