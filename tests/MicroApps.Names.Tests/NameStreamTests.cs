using FsCheck;
using FsCheck.Fluent;
using MicroApps.Detection;

namespace MicroApps.Names.Tests;

/// <summary>A text in pieces gives the names of the whole text.</summary>
[Trait("Spec", "RED-3")]
public class NameStreamTests
{
    private static readonly string[] Pieces =
    [
        "Anna ", "Lindqvist", "Dr. ", "Paris", "Contoso ", "Ltd", ". ", ", ", "\n", "\n\n", " met ", "the ", "is ", "Name: ", "anna@contoso.com", " 4111 1111 1111 1111", "\r\n\r\n", "\uD83D", "O'Neil", "-", "ANNA ", "mr ", "12 Main Street",
    ];

    private static readonly TextScanner Scanner = new(new TextScannerOptions { Recognizers = { new NameRecognizer() } });

    private static Gen<string> Texts => Gen.Elements(Pieces).ListOf().Select(string.Concat);

    [Fact]
    public void Stream_cut_anywhere_gives_the_names_of_a_scan() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (text, seed) =>
        {
            var random = new System.Random(seed);
            var stream = Scanner.CreateStream();
            var (findings, output, position) = (new List<Finding>(), "", 0);
            int[] cuts = [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(text.Length + 1)).Order(), text.Length];
            for (var i = 0; i < cuts.Length; i++)
            {
                stream.Append(text.AsSpan(position..cuts[i]));
                position = cuts[i];
                if (i == cuts.Length - 1)
                    stream.Complete();
                findings.AddRange(stream.Findings.Select(f => f with { Start = f.Start + output.Length }));
                output += stream.Final.ToString();
                stream.Consume();
            }

            return output == text && findings.SequenceEqual(Scanner.Scan(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Names_never_overlap_and_begin_and_end_with_words() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var findings = new List<Finding>();
            new NameRecognizer().Recognize(text, findings);
            var end = 0;
            var isFine = findings.TrueForAll(f => f.Start >= end && (end = f.End) <= text.Length && !char.IsWhiteSpace(text[f.Start]) && !char.IsWhiteSpace(text[f.End - 1]));
            return isFine.Label($"{string.Join(", ", findings.Select(f => System.Text.Json.JsonSerializer.Serialize(text.Substring(f.Start, f.Length))))}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
