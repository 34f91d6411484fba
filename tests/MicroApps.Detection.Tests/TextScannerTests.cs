namespace MicroApps.Detection.Tests;

public class TextScannerTests
{
    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_overlap_takes_the_earlier_start()
    {
        var findings = TextScanner.Default.Scan("https://anna:secret@contoso.com");
        Assert.Equal(EntityTypes.UrlCredentials, Assert.Single(findings).Type);
    }

    [Fact]
    public void Scan_types_not_chosen_are_not_found()
    {
        var options = new TextScannerOptions();
        options.Types.Remove(EntityTypes.EmailAddress);
        Assert.Empty(new TextScanner(options).Scan("anna@contoso.com"));
    }

    [Fact]
    public void Scan_allowed_value_is_no_finding_in_any_case()
    {
        var scanner = new TextScanner(new TextScannerOptions { AllowedValues = { "help@contoso.com" } });
        var finding = Assert.Single(scanner.Scan("Help@contoso.com or anna@contoso.com"));
        Assert.Equal(20, finding.Start);
    }

    [Fact]
    public void Scan_lower_score_gives_weak_shapes()
    {
        Assert.Empty(TextScanner.Default.Scan("order 536904399"));
        var options = Without(EntityTypes.All);
        options.Types.Add(EntityTypes.UsSsn);
        options.MinScore = 0.1;
        Assert.Equal(9, Assert.Single(new TextScanner(options).Scan("order 536904399")).Length);
    }

    [Fact]
    public void Scan_detector_of_your_own_is_asked()
    {
        var scanner = new TextScanner(new TextScannerOptions { Detectors = { new Badge() } });
        Assert.Equal(new Finding(4, 8, Badge.BadgeType, 1), Assert.Single(scanner.Scan("see EMP-1234.")));
        var (output, findings) = Streams.Run(scanner, "see EMP-1234.", Enumerable.Range(0, 13));
        Assert.Equal(("see EMP-1234.", 1), (output, findings.Count));
    }

    [Fact]
    public void Scan_detector_that_breaks_its_word_is_named()
    {
        var scanner = new TextScanner(new TextScannerOptions { Detectors = { new Badge(tooLong: true) } });
        Assert.Contains(nameof(Badge), Assert.Throws<InvalidOperationException>(() => scanner.Scan("see EMP-1234 and more")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_lone_surrogates_and_emoji_do_not_matter() =>
        Assert.Equal(2, TextScanner.Default.Scan("\uD83Danna@contoso.com\uDE00 \uD83D\uDE00b@contoso.com\uD83D").Count);

    // A scan whose work grew with the square of the length would not come back from these.
    [Theory]
    [InlineData("a@")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("eyJ")]
    [InlineData("sk-")]
    [InlineData("://a:")]
    [InlineData("-----BEGIN")]
    public void Scan_million_characters_of_anchors_finds_nothing(string unit) =>
        Assert.Empty(TextScanner.Default.Scan(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length))));

    public static TheoryData<TextScannerOptions> Wrong =>
        new(new TextScannerOptions { MinScore = 1.1 }, new TextScannerOptions { MinScore = double.NaN }, Without(EntityTypes.All), new TextScannerOptions { Types = { Badge.BadgeType } });

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_wrong_options_throws(TextScannerOptions options) =>
        Assert.Throws<ArgumentException>(() => new TextScanner(options));

    [Theory]
    [InlineData("")]
    [InlineData("email")]
    [InlineData("1ST")]
    [InlineData("A B")]
    public void EntityType_name_with_other_characters_throws(string name) =>
        Assert.Throws<ArgumentException>(() => new EntityType(name, "X", EntityKind.Pii));

    [Fact]
    public void EntityTypes_names_and_labels_are_unique()
    {
        Assert.Equal(EntityTypes.All.Count, EntityTypes.All.Select(t => t.Name).Distinct().Count());
        Assert.Equal(EntityTypes.All.Count, EntityTypes.All.Select(t => t.Label).Distinct().Count());
    }

    private static TextScannerOptions Without(IEnumerable<EntityType> types)
    {
        var options = new TextScannerOptions();
        options.Types.ExceptWith(types);
        return options;
    }

    private sealed class Badge(bool tooLong = false) : Detector(BadgeType, Anchor.Literals("EMP-"), maxLength: 8)
    {
        public static readonly EntityType BadgeType = new("BADGE", "BADGE", EntityKind.Pii);

        protected internal override Finding? Verify(ref TextWindow text, int anchor)
        {
            for (var i = anchor + 4; i < anchor + 8; i++)
                if (!char.IsAsciiDigit(text[i]))
                    return null;
            return Found(anchor, anchor + (tooLong ? 9 : 8), 1);
        }
    }
}
