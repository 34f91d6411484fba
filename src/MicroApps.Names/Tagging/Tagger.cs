using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MicroApps.Names;

/// <summary>Finds the best sequence of tags for a line (A. Viterbi, 1967) under a linear model of hashed features (M. Collins, EMNLP 2002).</summary>
internal sealed class Tagger(NameModel model)
{
    /// <summary>The longest sequence.</summary>
    public const int MostTokens = 256;
    private const int Impossible = int.MinValue / 4;

    /// <summary>Sums the weights of one token's features for each tag.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var sum = Vector128<short>.Zero;
        ref var weights = ref MemoryMarshal.GetArrayDataReference(model.Weights);
        foreach (var feature in features)
        {
            ref var row = ref System.Runtime.CompilerServices.Unsafe.Add(ref weights, (nint)(feature & model.Mask) * NameModel.Row);
            sum += Vector128.WidenLower(Vector128.CreateScalar(System.Runtime.CompilerServices.Unsafe.ReadUnaligned<long>(ref System.Runtime.CompilerServices.Unsafe.As<sbyte, byte>(ref row))).AsSByte());
        }

        for (var tag = 0; tag < NameModel.Tags; tag++)
            scores[tag] = sum[tag];
    }

    /// <summary>Whether one tag may follow another.</summary>
    public static bool MayFollow(int before, int tag) => tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;

    /// <summary>Gives each token its tag; <paramref name="scores"/> holds a row of <see cref="NameModel.Tags"/> for each, at most <see cref="MostTokens"/>.</summary>
    public static void Decode(ReadOnlySpan<int> scores, ReadOnlySpan<int> transitions, Span<byte> tags)
    {
        const int Tags = NameModel.Tags;
        Span<int> best = stackalloc int[Tags];
        Span<int> next = stackalloc int[Tags];
        Span<byte> from = stackalloc byte[MostTokens * Tags];
        var count = tags.Length;
        for (var tag = 0; tag < Tags; tag++)
            best[tag] = MayFollow(0, tag) ? scores[tag] + transitions[tag] : Impossible;
        for (var i = 1; i < count; i++)
        {
            for (var tag = 0; tag < Tags; tag++)
            {
                var (top, source) = (Impossible, 0);
                for (var before = 0; before < Tags; before++)
                {
                    var value = MayFollow(before, tag) ? best[before] + transitions[(before * Tags) + tag] : Impossible;
                    if (value > top)
                        (top, source) = (value, before);
                }

                next[tag] = top + scores[(i * Tags) + tag];
                from[(i * Tags) + tag] = (byte)source;
            }

            next.CopyTo(best);
        }

        var last = 0;
        for (var tag = 1; tag < Tags; tag++)
            last = best[tag] > best[last] ? tag : last;
        for (var i = count - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[(i * Tags) + last];
        }
    }
}
