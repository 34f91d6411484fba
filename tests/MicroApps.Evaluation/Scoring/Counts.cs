using System.Text.Json.Nodes;

namespace MicroApps.Evaluation;

/// <summary>Hits, false hits and misses.</summary>
internal sealed class Counts
{
    public int Hits { get; set; }

    public int FalseHits { get; set; }

    public int Misses { get; set; }

    /// <summary>Hits whose both ends are exact.</summary>
    public int Exact { get; set; }

    public double Precision => Ratio(Hits, Hits + FalseHits);

    public double Recall => Ratio(Hits, Hits + Misses);

    public static Counts Sum(IEnumerable<Counts> parts)
    {
        var sum = new Counts();
        foreach (var part in parts)
        {
            sum.Hits += part.Hits;
            sum.FalseHits += part.FalseHits;
            sum.Misses += part.Misses;
            sum.Exact += part.Exact;
        }

        return sum;
    }

    /// <summary>The F measure (van Rijsbergen) that gives recall <paramref name="beta"/> times the weight of precision.</summary>
    public double F(double beta)
    {
        var (precision, recall, square) = (Precision, Recall, beta * beta);
        return precision + recall == 0 ? 0 : (1 + square) * precision * recall / ((square * precision) + recall);
    }

    public JsonObject ToJson() => new()
    {
        ["tp"] = Hits,
        ["fp"] = FalseHits,
        ["fn"] = Misses,
        ["precision"] = Math.Round(Precision, 4),
        ["recall"] = Math.Round(Recall, 4),
        ["f1"] = Math.Round(F(1), 4),
        ["f2"] = Math.Round(F(2), 4),
        ["exact"] = Math.Round(Ratio(Exact, Hits), 4),
    };

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
