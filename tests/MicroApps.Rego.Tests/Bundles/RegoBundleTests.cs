using System.Formats.Tar;
using System.Security.Cryptography;

namespace MicroApps.Rego.Tests;

public sealed class RegoBundleTests : IDisposable
{
    private const string Source = "package app\n\nallow := true\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("rego-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FromFolder_joins_data_of_all_folders()
    {
        Write("a.rego", Source);
        Write("data.json", """{"x": {"y": 1}}""");
        Write("x/z/data.json", """{"k": 1.50}""");
        Write("x/other.json", "1");
        Write(".git/b.rego", "nothing");

        var bundle = RegoBundle.FromFolder(_folder);

        Assert.Equal(["a.rego"], bundle.Modules.Keys);
        Assert.Equal("""{"x":{"y":1,"z":{"k":1.50}}}""", bundle.Data.ToJson());
        Assert.Equal([""], bundle.Roots);
    }

    [Theory]
    [InlineData("x/data.json", "{\"y\": 2}", "data.x.y is defined by another file as well")]
    [InlineData("x/y/data.json", "{}", "data.x.y is defined by another file as well")]
    [InlineData("z/data.json", "{", "no JSON")]
    [InlineData(".manifest", "{\"roots\": [\"q\"]}", "outside of the roots")]
    [InlineData(".manifest", "{\"roots\": [\"x\", \"x/y\"]}", "overlap")]
    [InlineData(".manifest", "{\"roots\": [\"x\", \"ap\"]}", "package app is outside of the roots")]
    [InlineData(".manifest", "[]", "no object")]
    public void FromFolder_wrong_file_is_refused(string file, string content, string message)
    {
        Write("a.rego", Source);
        Write("data.json", """{"x": {"y": 1}}""");
        Write(file, content);

        Assert.Contains(message, Refused(() => RegoBundle.FromFolder(_folder)), StringComparison.Ordinal);
    }

    [Fact]
    public void FromArchive_reads_revision_and_roots()
    {
        using var archive = BundleArchive.Of(("/.manifest", """{"revision": "r7", "roots": ["app", "x/y"]}"""), ("/app/a.rego", Source), ("/data.json", """{"x": {"y": 1}}"""));

        var bundle = RegoBundle.FromArchive(archive);

        Assert.Equal("r7", bundle.Revision);
        Assert.Equal(["app", "x/y"], bundle.Roots);
        Assert.Equal(["app/a.rego"], bundle.Modules.Keys);
    }

    [Theory]
    [InlineData("../a.rego")]
    [InlineData("x/../../a.rego")]
    [InlineData("x\\..\\a.rego")]
    [InlineData("C:/a.rego")]
    public void FromArchive_path_that_leads_out_is_refused(string path)
    {
        using var archive = BundleArchive.Of((path, Source));

        Assert.Contains("leads out", Refused(() => RegoBundle.FromArchive(archive)), StringComparison.Ordinal);
    }

    [Fact]
    public void FromArchive_file_twice_is_refused()
    {
        using var archive = BundleArchive.Of(("a.rego", Source), ("/./a.rego", Source));

        Assert.Contains("twice", Refused(() => RegoBundle.FromArchive(archive)), StringComparison.Ordinal);
    }

    [Fact]
    public void FromArchive_link_is_refused()
    {
        using var archive = BundleArchive.Of(new PaxTarEntry(TarEntryType.SymbolicLink, "a.rego") { LinkName = "/etc/passwd" });

        Assert.Contains("files only", Refused(() => RegoBundle.FromArchive(archive)), StringComparison.Ordinal);
    }

    [Fact]
    public void FromArchive_over_limit_is_refused()
    {
        using var large = BundleArchive.Of(("a.rego", new string(' ', 3_000_000)));
        using var many = BundleArchive.Of(("a.rego", Source), ("b.rego", Source));

        Assert.Contains("bytes", Refused(() => RegoBundle.FromArchive(large, new() { MaxBytes = 1_000, MaxFiles = 10 })), StringComparison.Ordinal);
        Assert.Contains("more than 1 files", Refused(() => RegoBundle.FromArchive(many, new() { MaxFiles = 1 })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    public void FromArchive_damaged_is_refused(int length)
    {
        var bytes = BundleArchive.Of(("a.rego", Source)).ToArray();
        using var archive = new MemoryStream(length == 0 ? [1, 2, 3, 4, 5] : bytes[..length]);

        Assert.Throws<RegoException>(() => RegoBundle.FromArchive(archive));
    }

    [Fact]
    public void FromArchive_signed_by_opa_is_read_with_its_key()
    {
        using var archive = new MemoryStream(Convert.FromBase64String(BundleArchive.MadeByOpa));

        var bundle = RegoBundle.FromArchive(archive, new() { Keys = { new("HS256", BundleArchive.Secret) } });

        Assert.Single(bundle.Modules);
        Assert.Contains("\"max\":1.50", bundle.Data.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HS256", "secret", null, "kid-1", null)]
    [InlineData("HS256", "secret", "kid-1", "kid-1", null)]
    [InlineData("HS256", "secret", "kid-2", "kid-1", "no key")]
    [InlineData("HS256", "other", null, "kid-1", "no key")]
    [InlineData("ES256", "secret", null, "kid-1", "no key")]
    public void Signature_is_verified_with_key_of_its_name_and_algorithm(string algorithm, string key, string? id, string kid, string? refusal)
    {
        var payload = $$"""{"files": [{{BundleArchive.Listed("a.rego", Source)}}], "scope": "write"}""";
        using var archive = Signed($$"""{"alg": "HS256", "kid": "{{kid}}"}""", payload, BundleArchive.Hmac, ("a.rego", Source));

        AssertVerified(archive, new() { Keys = { new(algorithm, key, id) }, Scope = "write" }, refusal);
    }

    [Theory]
    [InlineData("a.rego", "package app\n", "not what was signed")]
    [InlineData("b.rego", "package b\n", "not signed")]
    [InlineData(null, null, "missing")]
    public void Signature_of_other_files_is_refused(string? path, string? content, string refusal)
    {
        var payload = $$"""{"files": [{{BundleArchive.Listed("a.rego", Source)}}]}""";
        (string, string)[] files = path is null ? [] : path == "a.rego" ? [(path, content!)] : [("a.rego", Source), (path, content!)];
        using var archive = Signed("""{"alg": "HS256"}""", payload, BundleArchive.Hmac, files);

        AssertVerified(archive, new() { Keys = { new("HS256", BundleArchive.Secret) } }, refusal);
    }

    [Fact]
    public void Signature_by_public_keys_is_verified()
    {
        using var rsa = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var payload = $$"""{"files": [{{BundleArchive.Listed("data.json", """{"a":1,"b":[]}""")}}]}""";
        (string, string)[] files = [("data.json", """{"b": [], "a": 1}""")];
        using var byRsa = Signed("""{"alg": "RS256"}""", payload, text => rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), files);
        using var byEcdsa = Signed("""{"alg": "ES256"}""", payload, text => ecdsa.SignData(text, HashAlgorithmName.SHA256), files);

        AssertVerified(byRsa, new() { Keys = { new("RS256", rsa.ExportSubjectPublicKeyInfoPem()) } }, null);
        AssertVerified(byEcdsa, new() { Keys = { new("ES256", ecdsa.ExportSubjectPublicKeyInfoPem()) } }, null);
        byEcdsa.Position = 0;
        AssertVerified(byEcdsa, new() { Keys = { new("RS256", rsa.ExportSubjectPublicKeyInfoPem()) } }, "no key");
    }

    // A public key is no secret: a signature made with it as one must not pass.
    [Fact]
    public void Signature_with_algorithm_of_its_own_choice_is_refused()
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportSubjectPublicKeyInfoPem();
        using var archive = Signed("""{"alg": "HS256"}""", "{\"files\": []}", text => HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(pem), text));

        AssertVerified(archive, new() { Keys = { new("RS256", pem) } }, "no key");
    }

    [Fact]
    public void Signature_fails_closed()
    {
        using var unsigned = BundleArchive.Of(("a.rego", Source));
        using var signed = new MemoryStream(Convert.FromBase64String(BundleArchive.MadeByOpa));

        AssertVerified(unsigned, new() { Keys = { new("HS256", "x") } }, "not signed");
        AssertVerified(signed, new(), "no key is given");
        signed.Position = 0;
        AssertVerified(signed, new() { IgnoreSignatures = true }, null);
        signed.Position = 0;
        AssertVerified(signed, new() { Keys = { new("HS256", BundleArchive.Secret) }, Scope = "write" }, "scope");
    }

    private static MemoryStream Signed(string header, string payload, Func<byte[], byte[]> sign, params (string, string)[] files) =>
        BundleArchive.Of([.. files, (".signatures.json", BundleArchive.Signatures(header, payload, sign))]);

    private static void AssertVerified(MemoryStream archive, RegoBundleOptions options, string? refusal)
    {
        if (refusal is null)
            RegoBundle.FromArchive(archive, options);
        else
            Assert.Contains(refusal, Refused(() => RegoBundle.FromArchive(archive, options)), StringComparison.Ordinal);
    }

    private static string Refused(Func<RegoBundle> read)
    {
        var error = Assert.Single(Assert.Throws<RegoException>(() => read()).Errors);
        Assert.Equal("rego_bundle_error", error.Code);
        return error.Message;
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
