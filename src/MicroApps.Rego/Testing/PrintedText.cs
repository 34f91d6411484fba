using System.Text;

namespace MicroApps.Rego;

/// <summary>What <c>print</c> writes: a line for each combination of the values of its arguments.</summary>
internal static class PrintedText
{
    private const int MostLines = 1_000;

    /// <param name="arguments">For each argument the set of its values.</param>
    public static IEnumerable<string> Lines(ArrayValue arguments)
    {
        var sets = arguments.Items.Select(a => a is SetValue { Count: > 0 } set ? set.Sorted : []).ToArray();
        var at = new int[sets.Length];
        for (var count = 0; count < MostLines; count++)
        {
            yield return Line(sets, at);
            var last = sets.Length - 1;
            while (last >= 0 && ++at[last] >= sets[last].Length)
                at[last--] = 0;
            if (last < 0)
                yield break;
        }
    }

    private static string Line(RegoValue[][] sets, int[] at)
    {
        var line = new StringBuilder();
        for (var i = 0; i < sets.Length; i++)
        {
            if (i > 0)
                line.Append(' ');
            line.Append(sets[i].Length == 0 ? "<undefined>" : sets[i][at[i]] is StringValue text ? text.Value : TermWriter.Write(sets[i][at[i]]));
        }

        return line.ToString();
    }
}
