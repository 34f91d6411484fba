using System.Globalization;
using System.Text;
using MicroApps.Detection;

namespace MicroApps.Tests;

/// <summary>Sources whose shape could hide a value, or show one.</summary>
[Trait("Spec", "RED-6")]
public sealed class DataSourceShapeTests : IDisposable
{
    private static readonly string s_ssn = "536" + "22" + "1234";
    private static readonly string s_mail = "anna" + "@" + "contoso.com";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Scan_table_without_heading_reads_its_first_row_and_shows_no_value_as_a_name()
    {
        var report = Scan("a.csv", $"{s_ssn},{s_mail}\n{s_ssn},{s_mail}\n");

        Assert.Equal(2, report.Records);
        Assert.DoesNotContain(report.Evidence, e => e.Field == s_ssn);
        Assert.Equal(("column 2", 1, 2L), report.Evidence.Where(e => e.Type == EntityTypes.EmailAddress).Select(e => (e.Field, e.FirstLine, e.Values)).Single());
    }

    [Fact]
    public void Scan_table_with_years_in_its_heading_keeps_the_heading() =>
        Assert.Equal("ssn", Assert.Single(Scan("a.csv", $"ssn,2024,2025\n{s_ssn},1,2\n").Evidence).Field);

    [Fact]
    public void Scan_table_with_an_open_quote_finds_what_follows() =>
        Assert.Equal(EntityTypes.EmailAddress, Assert.Single(Scan("a.csv", $"a,b\n\"open,1\n{new string('x', 70_000)}\n1,{s_mail}\n").Evidence).Type);

    [Theory]
    [InlineData("{{\"{0}\": {{\"x\": true}}}}")]
    [InlineData("{{\"{0}\": \"yes\"}}")]
    [InlineData("[{{\"{0}\": null}}]")]
    public void Scan_json_finds_values_in_names_and_does_not_show_them(string format)
    {
        var evidence = Assert.Single(Scan("a.json", string.Format(CultureInfo.InvariantCulture, format, s_mail)).Evidence);

        Assert.Equal((EntityTypes.EmailAddress, null, 1L), (evidence.Type, evidence.Field, evidence.Values));
    }

    [Fact]
    public void Scan_json_with_lines_of_json_reads_each_as_a_record()
    {
        var report = Scan("a.json", $"{{\"ssn\":\"{s_ssn}\"}}\n{{\"ssn\":\"{s_ssn}\"}}\n");

        Assert.Equal((2L, "ssn", 2L), (report.Records, Assert.Single(report.Evidence).Field, report.Evidence[0].Records));
    }

    [Theory]
    [InlineData("a.json", "{{\"ssn\":\"{0}\"}}")]
    [InlineData("a.csv", "ssn;x\n{0};1\n")]
    [InlineData("a.txt", "ssn {0}\n")]
    public void Scan_text_in_utf16_finds_the_same(string name, string format)
    {
        var path = Path.Combine(_folder.Path, name);
        var text = string.Format(CultureInfo.InvariantCulture, format, s_ssn);
        foreach (var encoding in new Encoding[] { new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true), new UTF8Encoding(true) })
        {
            File.WriteAllText(path, text, encoding);
            Assert.Equal(EntityTypes.UsSsn, Assert.Single(new DataSourceScanner().Scan(path).Evidence).Type);
        }
    }

    [Fact]
    public void Scan_deep_json_keeps_its_names() =>
        Assert.Equal("ssn", Assert.Single(Scan("a.json", new string('[', 900) + $"{{\"ssn\":{s_ssn}}}" + new string(']', 900)).Evidence).Field);

    [Fact]
    public void Scan_text_finds_what_goes_over_lines()
    {
        var key = "-----BEGIN RSA " + "PRIVATE KEY-----\n" + string.Concat(Enumerable.Range(0, 12).Select(i => Convert.ToBase64String(System.Security.Cryptography.SHA512.HashData([(byte)i]))[..64] + "\n")) + "-----END RSA " + "PRIVATE KEY-----\n";

        var report = Scan("a.md", $"# Notes\n\n{key}\nSocial security number\n{s_ssn}\n");

        Assert.Equal([(EntityTypes.PrivateKey, 3), (EntityTypes.UsSsn, 19)], report.Evidence.Select(e => (e.Type, e.FirstLine)));
    }

    [Fact]
    public void Scan_line_without_end_finds_everything_in_it()
    {
        var text = string.Concat(Enumerable.Repeat($"to {s_mail} and on ", 100_000));

        Assert.Equal(100_000, Assert.Single(Scan("a.txt", text).Evidence).Values);
    }

    [Theory]
    [InlineData("a\r\n\r\nssn {0}\r\n", 3)]
    [InlineData("a\rssn {0}", 2)]
    [InlineData("\n\nssn {0}", 3)]
    public void Scan_text_counts_lines_of_every_platform(string format, int line) =>
        Assert.Equal(line, Assert.Single(Scan("a.txt", string.Format(CultureInfo.InvariantCulture, format, s_ssn)).Evidence).FirstLine);

    [Fact]
    public void ScanText_looks_at_a_text_in_memory()
    {
        var report = new DataSourceScanner().ScanText("mail 4711", $"Hello\nssn {s_ssn}\n");

        Assert.Equal(("mail 4711", DataClass.Regulated, 2L, 2), (report.Source, report.Class, report.Records, Assert.Single(report.Evidence).FirstLine));
    }

    [Fact]
    public void UnseenShare_of_files_sampled_at_different_rates_is_that_of_the_thinnest()
    {
        _folder.Write("whole.txt", string.Concat(Enumerable.Repeat("x\n", 30_000)));
        _folder.Write("sampled.txt", string.Concat(Enumerable.Repeat(new string('y', 65) + "\n", 30_000)));
        var report = new DataSourceScanner(new() { BytesPerFile = 65_536 }).Scan(_folder.Path);
        var sampled = report.Sampled - 30_000;

        // Three records of every one that was looked at in the file that was sampled.
        Assert.InRange(report.UnseenShare, 3.0 * ((30_000.0 / sampled) - 1) / 60_000 * 0.999, 3.0 * ((30_000.0 / sampled) - 1) / 60_000 * 1.001);
    }

    [Fact]
    public void WasRead_is_false_when_every_file_was_skipped()
    {
        Assert.False(Scan("a.bin", "\0\u0001").WasRead);
        Assert.True(Scan("empty.txt", "").WasRead);
    }

    [Fact]
    public void Scan_folder_names_links_and_writes_paths_as_the_caller_did()
    {
        _folder.Write("in/a.txt", s_mail);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "in", "link.txt"), Path.Combine(_folder.Path, "in", "a.txt"));

        var report = new DataSourceScanner().Scan(Path.Combine(_folder.Path, "in", "..", "in"));

        Assert.Equal(Path.Combine(_folder.Path, "in", "..", "in", "a.txt"), Assert.Single(report.Evidence).File);
        Assert.Equal("a link", Assert.Single(report.Skipped).Reason);
    }

    private DataSourceReport Scan(string name, string text) => new DataSourceScanner().Scan(_folder.Write(name, text));
}
