namespace MicroApps.Detection.Tests;

/// <summary>Secrets that only their place gives away, and what stands in such places without being one.</summary>
[Trait("Spec", "RED-1")]
public class NamedSecretTests
{
    private static readonly string Word = "thisis" + "mypassword1x";

    public static TheoryData<string> Places =>
    [
        "password = \"{0}\"", "var dbPassword = \"{0}\";", "private const string PfxPassword = \"{0}\";", "if (password != \"{0}\")", "if (db_pass === \"{0}\") {", "passwd := {0}", "char pwd[25] = \"{0}\";",
        "\"password\": \"{0}\"", "password: '{0}'", "<password>{0}</password>", "Server=db;User Id=sa;Password={0};Timeout=3", "DB_PASS={0}", "export PGPASSWORD={0}", "# APP_PASSWORD={0}",
        "machine github.com login anna password {0}", "os.environ.get('DB_PASSWORD', '{0}')", "The password is '{0}'.", "curl -u anna:{0} https://contoso.com", "psexec \\\\srv -u anna -p {0} cmd",
        "jdbc:postgresql://db/x?user=anna&password={0}", "mongodb://anna:{0}@db/x", "new NetworkCredential(\"anna\", \"{0}\")",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Scan_password_in_its_place_is_found(string frame)
    {
        var text = frame.Replace("{0}", Word, StringComparison.Ordinal);
        var found = TextScanner.Default.Scan(text).Where(f => f.Type.Kind == EntityKind.Secret).ToList();
        Assert.Contains(found, f => text.Substring(f.Start, f.Length).EndsWith(Word, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Stream_finds_the_same(string frame)
    {
        var text = frame.Replace("{0}", Word, StringComparison.Ordinal) + " and more";
        var (output, findings) = Streams.Run(TextScanner.Default, text, Enumerable.Range(0, text.Length));
        Assert.Equal(text, output);
        Assert.Equal(TextScanner.Default.Scan(text), findings);
    }

    [Theory]
    [InlineData("password = \"\"")]
    [InlineData("password = Configuration[\"Db:Password\"];")]
    [InlineData("password: ${DB_PASSWORD}")]
    [InlineData("password = os.getenv(\"DB_PASSWORD\")")]
    [InlineData("<label>Password: <input type=\"password\" name=\"password\"/></label>")]
    [InlineData("\"password\": \"Enter your password\"")]
    [InlineData("password = \"must have digits\"")]
    [InlineData("The password is required.")]
    [InlineData("the password is case sensitive")]
    [InlineData("public string Password { get; set; }")]
    [InlineData("var password = GetPassword(user, 12);")]
    [InlineData("if (password == null || password.Length < 12)")]
    [InlineData("wandb run 12 of 2024-03-05")]
    [InlineData("datadog commit 93f292c3dfa2649ef91f8925b623e79546fa992e")]
    [InlineData("\"integrity\": \"sha512-oVlzkg3ENAhCk2zdv7IJwd/QUD4z2RxRwpkcGY8psCVcCYZNq4wYnVWALHM+brtuJjePWiYF/ClmuDr8Ch5+kg==\"")]
    [InlineData("$1.50 and $2a, $5 per $6$ bill")]
    public void Scan_nothing_where_none_is(string text) => Assert.Empty(TextScanner.Default.Scan(text));
}
