namespace MicroApps.Detection.Tests.Pii;

/// <summary>Types that are looked for only when somebody asks for them.</summary>
[Trait("Spec", "RED-1")]
public class OnRequestTests
{
    private static readonly TextScanner Everything = Scanner([.. EntityTypes.All]);

    [Fact]
    public void Scan_says_nothing_of_them_unless_asked() =>
        Assert.Empty(TextScanner.Default.Scan("See https://www.contoso.com/a on Friday 2024-03-05; Anna is 36 years old."));

    [Theory]
    [InlineData("My website is http://www.Contoso.de/", "http://www.Contoso.de/")]
    [InlineData("(see https://contoso.com/a_(b)?q=1#top).", "https://contoso.com/a_(b)?q=1#top")]
    [InlineData("ask www.contoso.co.uk, please", "www.contoso.co.uk")]
    [InlineData("contoso.com", "contoso.com")]
    [InlineData("shop.contoso.com.au is ours", "shop.contoso.com.au")]
    [InlineData("<a href=\"https://contoso.com:8443/x\">", "https://contoso.com:8443/x")]
    [InlineData("http://10.2.3.4/admin", "http", "admin")]
    [InlineData("write to anna@contoso.com")]
    [InlineData("Contoso.Common.Org.Text is a namespace")]
    [InlineData("obj.compute(), net.community, file.orgx")]
    [InlineData("http://localhost:5000/x https://api.internal/v2 http://contoso.test/")]
    [InlineData("https://anna:hunter22@contoso.com/x")]
    public void Scan_web_addresses(string text, params string[] found) => Assert.Equal(found, Find(EntityTypes.Url, text));

    [Theory]
    [InlineData("Date: 2012-10-01 00:46:43, then", "2012-10-01 00:46:43")]
    [InlineData("at 2024-03-15T14:30:00.123+02:00.", "2024-03-15T14:30:00.123+02:00")]
    [InlineData("2024-03-15T14:30Z", "2024-03-15T14:30Z")]
    [InlineData("overdue since 06.11.1985.", "06.11.1985")]
    [InlineData("on 3/13/1956 or March 5, 1980", "3/13/1956", "March 5, 1980")]
    [InlineData("It was founded in 1990. Since 2001 it grew.", "1990", "2001")]
    [InlineData("He left on Friday, not on SUNDAY", "Friday", "SUNDAY")]
    [InlineData("Release 8.11.58 at offset 1802, version 5.13.38")]
    [InlineData("item 19900101, route 10/12, 1/2 cup, model 2024-X1")]
    [InlineData("room_2024-03-05_v2")]
    public void Scan_dates(string text, params string[] found) => Assert.Equal(found, Find(EntityTypes.DateTime, text));

    [Theory]
    [InlineData("He just turned 50 years old", "50")]
    [InlineData("a 62-year-old male", "62")]
    [InlineData("i'm 58 y/o.", "58")]
    [InlineData("\"age\": 44,", "44")]
    [InlineData("retired at the age of 54", "54")]
    [InlineData("I'll turn 42.", "42")]
    [InlineData("Written when he was 78.", "78")]
    [InlineData("sie ist 33 Jahre alt", "33")]
    [InlineData("j'ai 20 ans", "20")]
    [InlineData("The contract runs for 20 years; page 36 of 40")]
    [InlineData("the average was 12.5, the stage: 3rd, was 44% of it")]
    [InlineData("usage: 50 MB, 500 years old")]
    public void Scan_ages(string text, params string[] found) => Assert.Equal(found, Find(EntityTypes.Age, text));

    [Theory]
    [InlineData("A Czech photographer, two Germans and an american", "Czech", "Germans", "american")]
    [InlineData("She is Jewish; he votes for the Republicans.", "Jewish", "Republicans")]
    [InlineData("\"religion\": \"Catholic\", KURDISH", "Catholic", "KURDISH")]
    [InlineData("German-owned, Ba'athist", "German", "Ba'athist")]
    [InlineData("He speaks Dutch, writes in French and took the Spanish language course.")]
    [InlineData("polish the table, swede soup, Germany, Christiania, irishman_2, x.German")]
    public void Scan_nationalities_religions_and_parties(string text, params string[] found) => Assert.Equal(found, Find(EntityTypes.Group, text));

    [Theory]
    [InlineData("Mr. Hughes met Mrs. Yudina and Dr Abe", "Mr.", "Mrs.", "Dr")]
    [InlineData("mr. hughes, Miss Ito", "mr.", "Miss")]
    [InlineData("Sehr geehrte Frau Weber", "Frau")]
    [InlineData("Buenas, Sra. Ruiz", "Sra.")]
    [InlineData("a miss is as good as a mile; see p. 3 of gen. 4; dr_no")]
    [InlineData("The Miss of the day, MR 12")]
    public void Scan_titles(string text, params string[] found) => Assert.Equal(found, Find(EntityTypes.Title, text));

    [Fact]
    public void Scan_gives_secrets_and_identifiers_the_first_right_to_a_place()
    {
        var key = "sk-" + "ant-" + "api03-" + string.Concat(Enumerable.Repeat("k9XbT2mQ7v", 6));
        var text = $"https://contoso.com/a?key={key}&user=anna@contoso.com on 2024-03-05, DOB: 1980-03-05";
        var found = Everything.Scan(text).Select(f => (f.Type.Name, text.Substring(f.Start, f.Length)));
        Assert.Equal(
            [("URL", "https://contoso.com/a?key"), ("API_KEY", key), ("URL", "user"), ("EMAIL_ADDRESS", "anna@contoso.com"), ("DATE_TIME", "2024-03-05"), ("DATE_OF_BIRTH", "1980-03-05")],
            found);
    }

    private static IEnumerable<string> Find(EntityType type, string text) =>
        Everything.Scan(text).Where(f => f.Type == type).Select(f => text.Substring(f.Start, f.Length));

    private static TextScanner Scanner(EntityType[] types)
    {
        var options = new TextScannerOptions();
        options.Types.UnionWith(types);
        return new TextScanner(options);
    }
}
