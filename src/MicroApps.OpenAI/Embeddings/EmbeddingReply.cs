using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Reads the answer to an embeddings request: vectors as base64 of little-endian floats or as numbers, in any order.</summary>
internal static class EmbeddingReply
{
    public static void Read(BinaryData answer, int count, GeneratedEmbeddings<Embedding<float>> all, Failures failures)
    {
        var json = failures.Read(answer);
        var vectors = Vectors(json, count, failures);
        var model = json.Text("model");
        foreach (var vector in vectors)
            all.Add(new Embedding<float>(vector) { ModelId = model });
        if (ChatUsage.Read(json.Property("usage")) is { } usage)
            (all.Usage ??= new UsageDetails()).Add(usage);
    }

    private static float[][] Vectors(JsonElement json, int count, Failures failures)
    {
        var vectors = new float[count][];
        var place = 0;
        foreach (var item in json.Items("data"))
        {
            var index = item.Number("index") ?? place;
            place++;
            if (index < 0 || index >= count || vectors[index] is not null || Vector(item.Property("embedding")) is not { Length: > 0 } vector)
                throw failures.NoAnswer("one usable vector for each text");
            vectors[index] = vector;
        }

        return place == count ? vectors : throw failures.NoAnswer("one usable vector for each text");
    }

    private static float[]? Vector(JsonElement? embedding) => embedding switch
    {
        { ValueKind: JsonValueKind.Array } numbers => Numbers(numbers),
        { ValueKind: JsonValueKind.String } text when text.TryGetBytesFromBase64(out var bytes) && bytes.Length % sizeof(float) == 0 => Floats(bytes),
        _ => null,
    };

    private static float[]? Numbers(JsonElement numbers)
    {
        var vector = new float[numbers.GetArrayLength()];
        var i = 0;
        foreach (var number in numbers.EnumerateArray())
            if (number.ValueKind is not JsonValueKind.Number || !number.TryGetSingle(out vector[i++]))
                return null;
        return vector;
    }

    private static float[] Floats(ReadOnlySpan<byte> bytes)
    {
        var vector = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
            vector[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        return vector;
    }
}
