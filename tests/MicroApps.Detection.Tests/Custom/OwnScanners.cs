namespace MicroApps.Detection.Tests;

/// <summary>Scanners with types and models of an organisation's own.</summary>
internal static class OwnScanners
{
    public static TextScanner[] All { get; } = [new(WithOwnTypes()), new(WithRecognizer())];

    private static TextScannerOptions WithOwnTypes()
    {
        var options = new TextScannerOptions();
        options.Types.IntersectWith([EntityTypes.EmailAddress, EntityTypes.CreditCard]);
        options.Custom.Add(new(new("LETTERS", "L", EntityKind.Pii)) { Pattern = @"\b(?:[ab]|\d{2,3}x)(?:-|\.[ax])*\d{1,4}", Context = ["phone", "the"] });
        options.Custom.Add(new(new("DIGITS", "D", EntityKind.Pii)) { Pattern = @"\d{4}[ -]?\d{1,6}?\b|^a\w+" });
        options.Custom.Add(new(new("WORDS", "W", EntityKind.Pii)) { Words = ["user", "user:pass", "the quarterly", "ssn ssn", "1.2"] });
        return options;
    }

    private static TextScannerOptions WithRecognizer()
    {
        var options = new TextScannerOptions();
        options.Recognizers.Add(new Marker());
        return options;
    }

    /// <summary>Takes every stretch of small letters, digits and spaces between an "a" and a "0" or an "x", so that it overlaps with much.</summary>
    private sealed class Marker() : TextRecognizer(s_type)
    {
        private static readonly EntityType s_type = new("MARKED", "MARKED", EntityKind.Pii);

        public override void Recognize(ReadOnlySpan<char> text, ICollection<Finding> findings)
        {
            for (var i = 0; i < text.Length; i++)
            {
                var length = text[i] == 'a' ? text[i..].IndexOfAny('0', 'x') : -1;
                if (length <= 0)
                    continue;
                findings.Add(new(i, length + 1, s_type, 0.6));
                i += length;
            }
        }
    }
}
