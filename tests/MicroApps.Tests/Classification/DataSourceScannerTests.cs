using System.Globalization;
using MicroApps.Detection;

namespace MicroApps.Tests;

[Trait("Spec", "RED-6")]
public sealed class DataSourceScannerTests : IDisposable
{
    private static readonly string s_card = "4111" + "1111" + "1111" + "1111";
    private static readonly string s_mail = "anna" + "@" + "contoso.com";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Table_tells_the_column_and_the_line_also_after_cells_with_line_ends()
    {
        var path = _folder.Write("a.csv", $"name;note;account\nAnna;\"two\nlines \"\"quoted\"\"\";\nBo;;{s_card}\n");

        var report = new DataSourceScanner().Scan(path);

        Assert.Equal((DataClass.Regulated, 2L, 2L), (report.Class, report.Records, report.Sampled));
        var evidence = Assert.Single(report.Evidence);
        Assert.Equal((EntityTypes.CreditCard, "account", 4, 1L, 1L), (evidence.Type, evidence.Field, evidence.FirstLine, evidence.Records, evidence.Values));
        Assert.Equal((0.5, 0.5), (evidence.ShareFrom, evidence.ShareTo));
    }

    [Fact]
    public void Name_of_a_field_says_what_bare_digits_are()
    {
        var digits = "536" + "22" + "1234";
        var table = _folder.Write("a.csv", $"ssn\n{digits}\n");
        var json = _folder.Write("b.json", $"[\n {{ \"SSN\": {digits} }},\n {{ \"count\": {digits} }}\n]");

        Assert.Equal(EntityTypes.UsSsn, Assert.Single(new DataSourceScanner().Scan(table).Evidence).Type);
        var evidence = Assert.Single(new DataSourceScanner().Scan(json).Evidence);
        Assert.Equal((EntityTypes.UsSsn, "SSN", 2), (evidence.Type, evidence.Field, evidence.FirstLine));
    }

    [Fact]
    public void Json_lines_are_records_and_broken_ones_are_read_as_text()
    {
        var path = _folder.Write("a.jsonl", $"{{\"mail\":\"{s_mail}\"}}\n{{broken {s_mail}\n\n{{\"ok\":1}}\n");

        var report = new DataSourceScanner().Scan(path);

        Assert.Equal((3L, DataClass.Confidential), (report.Records, report.Class));
        Assert.Equal([(null, 2), ("mail", 1)], report.Evidence.Select(e => (e.Field, e.FirstLine)).Order());
    }

    [Fact]
    public void Escapes_in_json_hide_nothing()
    {
        var path = _folder.Write("a.json", "{\"x\":\"" + s_mail.Replace("@", "\\u0040", StringComparison.Ordinal) + "\"}");

        Assert.Equal(EntityTypes.EmailAddress, Assert.Single(new DataSourceScanner().Scan(path).Evidence).Type);
    }

    [Fact]
    public void Folder_takes_the_highest_class_and_names_what_was_not_read()
    {
        _folder.Write("notes/clean.md", "# Nothing\n\nto see\n");
        _folder.Write("notes/mail.txt", $"Write to {s_mail}.\n");
        _folder.Write("picture.bin", "\0\u0001\u0002");
        _folder.Write(".git/config", s_card);

        var report = new DataSourceScanner().Scan(_folder.Path);

        Assert.Equal((DataClass.Confidential, 3L), (report.Class, report.Records));
        Assert.EndsWith("mail.txt", Assert.Single(report.Evidence).File, StringComparison.Ordinal);
        Assert.EndsWith("picture.bin", Assert.Single(report.Skipped).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_internal_unless_the_options_say_otherwise()
    {
        var path = _folder.Write("a.txt", "Opening hours: 9 to 5.\n");

        Assert.Equal(DataClass.Internal, new DataSourceScanner().Scan(path).Class);
        Assert.Equal(DataClass.Public, new DataSourceScanner(new() { ClassOfNothing = DataClass.Public }).Scan(path).Class);
    }

    [Fact]
    public void Options_change_the_class_of_a_type()
    {
        var options = new DataSourceScannerOptions();
        options.Classes[EntityTypes.EmailAddress] = DataClass.Internal;

        Assert.Equal(DataClass.Internal, new DataSourceScanner(options).Scan(_folder.Write("a.txt", s_mail)).Class);
    }

    [Fact]
    public void Large_file_is_sampled_evenly_and_says_how_sure_it_is()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => (i % 4 == 0 ? s_mail : "nobody") + " wrote line " + i.ToString(CultureInfo.InvariantCulture));
        var path = _folder.Write("a.txt", string.Join('\n', lines));
        var scanner = new DataSourceScanner(new() { BytesPerFile = 65_536 });

        var report = scanner.Scan(path);

        Assert.Equal(20_000, report.Records);
        Assert.InRange(report.Sampled, 1000, 4000);
        var evidence = Assert.Single(report.Evidence);
        Assert.InRange(0.25, evidence.ShareFrom, evidence.ShareTo);
        Assert.InRange(report.UnseenShare, 3.0 / 4000 * 0.5, 3.0 / 1000);
        Assert.Equal(report.Evidence, scanner.Scan(path).Evidence);
    }

    [Fact]
    public async Task Records_from_anywhere_are_looked_at()
    {
        var report = await new DataSourceScanner().ScanAsync("crm", RecordsAsync());

        Assert.Equal(("crm", DataClass.Regulated, 2L), (report.Source, report.Class, report.Records));
        Assert.Equal(("iban", 2), report.Evidence.Select(e => (e.Field, e.FirstLine)).Single());

        static async IAsyncEnumerable<IReadOnlyList<KeyValuePair<string, string>>> RecordsAsync()
        {
            await Task.Yield();
            yield return [new("name", "Anna")];
            yield return [new("name", "Bo"), new("iban", "DE89" + "3704" + "0044" + "0532" + "0130" + "00")];
        }
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var path = Path.Combine(_folder.Path, "missing.csv");

        var error = Assert.Throws<FileNotFoundException>(() => new DataSourceScanner().Scan(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
