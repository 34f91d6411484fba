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
        "jdbc:postgresql://db/x?user=anna&password={0}", "if (\"{0}\" != passwd) {", "if ('{0}' == user.Secret)", "if creds.Secret != '{0}' {", "$password = \\\"{0}\\\";", "<password>\n  {0}\n</password>",
        "<add key=\"Password\" value=\"{0}\"/>", "- name: DB_PASSWORD\n  value: {0}", "login --password {0}", "my password is {0}", "setPassword(\"{0}\")", "ALTER USER anna PASSWORD '{0}'",
        "CREATE USER anna IDENTIFIED BY '{0}'", "ConvertTo-SecureString \"{0}\" -AsPlainText", "auth: { user: \"anna\", pass: \"{0}\" }", "{{\"pass\": \"{0}\"}}", "mongodb://anna:{0}@db/x", "new NetworkCredential(\"anna\", \"{0}\")",
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
    [InlineData("USER_PASSWORD_AUTH = \"USER_PASSWORD_AUTH\"")]
    [InlineData("if password_length > 4096:")]
    [InlineData("The password is SHA256-hashed.")]
    [InlineData("user_pass = '%s:%s' % (user, word)")]
    [InlineData("r'(?:(?P<password>[^\\s/]*))?@'")]
    [InlineData("{ \"username\": auth[0], \"password\": auth[1]}")]
    [InlineData("[\"log password\", \"expose credential\"]")]
    [InlineData("JP_PASSPORT = \"PASSPORT_JP\"")]
    [InlineData("secrets_dir={self.secrets_dir!r}")]
    [InlineData("the type identified by <see cref=\"Dataflow\"/>")]
    [InlineData("PWD: '/Users/anna'")]
    [InlineData("key: util_1.encoding.base64Encode(publicKey)")]
    [InlineData("privkey = gnutls_x509_privkey_sign_data2;")]
    [InlineData("isinstance(key, Ed25519PrivateKey)")]
    [InlineData("TLS_ECCPWD_WITH_AES_256_GCM_SHA384")]
    [InlineData("\"AWS::KMS::Key\": \"2b447c471bc70388\"")]
    [InlineData("enum key_attributes {\n    value1_of_some_enum99")]
    [InlineData("kernels-private-vars-loop-gang-1.f90")]
    [InlineData("MAINTAINERCLEANFILES")]
    [InlineData("void test_badandgoodxmlcharrefreplace()")]
    [InlineData("Visual Basic Programming")]
    [InlineData("kind: Secret\nmetadata:\n  name: mail\ndata: {}")]
    [InlineData("https://anna@contoso.com/x")]
    public void Scan_nothing_where_none_is(string text) => Assert.Empty(TextScanner.Default.Scan(text));

    [Theory]
    [InlineData("Authorization: Basic {0}")]
    [InlineData("kind: Secret\ndata:\n  foo: {0}\n")]
    public void Scan_pair_in_base64_is_found(string frame)
    {
        var pair = Convert.ToBase64String("anna:sesame"u8);
        var text = frame.Replace("{0}", pair, StringComparison.Ordinal);
        var finding = Assert.Single(TextScanner.Default.Scan(text), f => f.Type.Kind == EntityKind.Secret);
        Assert.Equal(pair.TrimEnd('='), text.Substring(finding.Start, finding.Length).TrimEnd('='));
    }

    [Theory]
    [InlineData("\"auth\": \"{0}\"")]
    [InlineData("npm_auth={0}")]
    [InlineData("<ApiSecret>\n\t{0}\n</ApiSecret>")]
    [InlineData("https://{0}@o1.ingest.contoso.com/2")]
    [InlineData("**API token:** {0}")]
    [InlineData("token=&quot;{0}&quot;")]
    public void Scan_key_in_its_place_is_found(string frame)
    {
        var key = "a1b2" + Keys.Body(28, Keys.Hex);
        var text = frame.Replace("{0}", key, StringComparison.Ordinal);
        Assert.Contains(TextScanner.Default.Scan(text), f => f.Type.Kind == EntityKind.Secret && text.Substring(f.Start, f.Length) == key);
    }

    [Fact]
    public void Scan_key_file_of_PuTTY_finds_all_of_it()
    {
        var text = "PuTTY-User-Key-" + $"File-2: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\n{Keys.Body(60)}\nPrivate-" + $"MAC: {Keys.Body(40, Keys.Hex)}";
        Assert.Contains(TextScanner.Default.Scan(text + "\nmore"), f => f.Type == EntityTypes.PrivateKey && (f.Start, f.Length) == (0, text.Length));
    }
}
