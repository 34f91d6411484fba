using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class SandboxEmbeddingTests
{
    private static readonly SandboxEmbeddingGenerator s_generator = new();

    [Theory]
    [InlineData("The parcel arrived late", "Late parcels are arriving", "Employees have thirty vacation days")]
    [InlineData("Refund for a damaged product", "Refunding damaged products", "The meeting room is booked")]
    [InlineData("Die Lieferung kam zu spät", "Verspätete Lieferungen", "Der Drucker ist defekt")]
    [InlineData("La livraison est en retard", "Retards de livraisons", "Le salaire est payé")]
    [InlineData("Das Paket kam spät", "The parcel came late", "The printer is broken")]
    [InlineData("销售额增长了百分之十", "本月销售额增长", "打印机坏了")]
    public async Task Alike_texts_are_nearer_than_others(string text, string alike, string other)
    {
        var vectors = await Vectors(text, alike, other);
        Assert.True(Cosine(vectors[0], vectors[1]) > Cosine(vectors[0], vectors[2]) + 0.1f);
    }

    [Fact]
    public void Any_text_has_length_one_and_the_same_vector_again() => Prop.ForAll<string?>(text =>
    {
        var vectors = Vectors(text!, text!).GetAwaiter().GetResult();
        return vectors[0].SequenceEqual(vectors[1]) && Math.Abs(Cosine(vectors[0], vectors[0]) - 1) < 1e-5;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Known_text_has_the_known_vector_on_every_machine()
    {
        var vector = (await s_generator.GenerateAsync(["milk"], new() { Dimensions = 4 }))[0].Vector.ToArray();
        Assert.Equal(s_milk, vector.Select(value => Math.Round(value, 5)));
    }

    [Theory]
    [InlineData(null, 384), InlineData(1, 1), InlineData(64, 64), InlineData(1536, 1536)]
    public async Task Dimensions_are_honoured(int? wished, int expected)
    {
        var embedding = Assert.Single(await s_generator.GenerateAsync(["text"], new() { Dimensions = wished }));
        Assert.Equal((expected, "sandbox-1"), (embedding.Vector.Length, embedding.ModelId));
    }

    [Theory]
    [InlineData(0), InlineData(-1), InlineData(int.MaxValue)]
    public async Task Dimensions_out_of_range_are_refused(int wished) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => s_generator.GenerateAsync(["text"], new() { Dimensions = wished }));

    [Fact]
    public async Task Usage_counts_four_characters_a_token()
    {
        var result = await s_generator.GenerateAsync(["12345678", null!, "1234"]);
        Assert.Equal((3, 3L, 3L), (result.Count, result.Usage!.InputTokenCount, result.Usage.TotalTokenCount));
    }

    [Fact]
    public void Metadata_names_the_sandbox()
    {
        var metadata = s_generator.GetService<EmbeddingGeneratorMetadata>()!;
        Assert.Equal(("sandbox", null, "sandbox-1", 384), (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId, metadata.DefaultModelDimensions));
        Assert.Same(s_generator, s_generator.GetService<SandboxEmbeddingGenerator>());
    }

    [Fact]
    public async Task Cancelled_token_stops() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => s_generator.GenerateAsync(["text"], cancellationToken: new(true)));

    private static readonly double[] s_milk = [-0.82111, -0.13825, 0.53624, 0.13825];

    private static async Task<float[][]> Vectors(params string[] texts) => [.. (await s_generator.GenerateAsync(texts)).Select(embedding => embedding.Vector.ToArray())];

    private static float Cosine(float[] one, float[] other) => one.Zip(other, (a, b) => a * b).Sum();
}
