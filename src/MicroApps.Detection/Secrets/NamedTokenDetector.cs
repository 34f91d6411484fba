using System.Buffers;

namespace MicroApps.Detection;

/// <summary>
/// Finds keys without a mark of their own by what is said before them: <c>ETSY_TOKEN=…</c>, <c>"clientSecret": "…"</c>, "my token is …",
/// <c>X-Api-Key: …</c>, <c>new CrmClient("…")</c>.
/// </summary>
internal sealed class NamedTokenDetector() : Detector(EntityTypes.ApiKey, Anchor.DigitRuns, MaxToken, lookBack: MaxBefore)
{
    private const int MaxToken = 512, MaxBefore = 100, MinToken = 16, Reach = 64, MaxConnection = 28, MinOfFewDigits = 18;

    // Bits a character: words have less, random text of the length has more.
    private const double MinEntropy = 2.9, MinEntropyOfHex = 2.4, MinEntropyOfDigits = 2;

    private const string Joints = "-_.+/~";

    private static readonly CharSet Token = new(CharSet.Alphanumeric + Joints);
    private static readonly CharSet JointSet = new(Joints);
    private static readonly CharSet Letters = new(CharSet.Lower + CharSet.Upper + Joints);

    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["token", "secret", "apikey", "api_key", "api-key", "api key", "accesskey", "access_key", "access-key", "access key", "private_key", "private key", "privatekey",
         "password", "passwd", "pwd", "credential", "auth_key", "authkey", "client_key", "bearer", "basic ", "licensekey", "license_key", "signingkey", "signing_key", "encryption_key", "_key", "-key", "authorization", "key", "private", "access", "auth", "creds", "passphrase", "jwt", "_pat", "-pat"],
        StringComparison.OrdinalIgnoreCase);

    // Between the name and the value stand signs and, at most, the rest of the name and one of these.
    private static readonly string[] Links = 
    [
        "is", "was", "be", "as", "value", "key", "api", "to", "use", "create", "text", "string", "var", "const", "header", "bearer", "basic", "new", "token", "secret", "access", "private",
        "personal", "project", "global", "admin", "account", "client", "app", "user", "service", "auth", "login", "params", "password", "license", "webhook", "bot", "my", "our", "the", "quot",
    ];

    // The name of something beside the key itself.
    private static readonly string[] Tails = ["id", "ids", "name", "count", "type", "url", "uri", "path", "file", "version", "size", "limit", "hash", "expires", "expiry", "arn", "label", "hint", "field", "prefix"];

    private static readonly string[] HarmlessNames =
        ["public", "primary", "foreign", "cache", "partition", "sort", "idempotency", "object", "group", "route", "registry", "public_key", "publickeytoken", "integrity", "sha256", "sha512", "checksum", "hash", "digest", "commit", "etag", "::", "pgp", "gpg", ".asc"];

    // The first digit of a token decides for all of it, so no token that has one may reach back over the character before.
    internal override bool MayBegin(in DigitRun run) =>
        Letters.Contains(run.Before) ? !char.IsAsciiDigit(run.BeforeThat) : run.Length >= MinToken || Token.Contains(run.Next);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        // The first digit of a token decides for all of it.
        var start = text.RunBack(anchor, Letters, MaxBefore + 1);
        if (anchor - start > MaxBefore || char.IsAsciiDigit(text[start - 1]))
            return null;
        text.Hold(start);
        var end = text.Run(anchor, Token, MaxToken);
        if (end - start < MinToken)
            return null;
        start = AfterName(ref text, start, anchor);
        text.Hold(start);
        if (end - start < MinToken || end - start >= MaxToken || char.IsLetterOrDigit(text[end]))
            return null;
        var value = text.Slice(start, end - start).TrimEnd(".-+/~_");
        value = text.Slice(start, KeepPadding(ref text, start, value.Length));
        // A name in code is no key, unless it stands in quotes or has the shape of its provider's keys.
        var isNamed = IsMixed(value) && !IsFingerprint(value) && (text[start - 1] is '"' or '\'' || !SecretShapes.IsIdentifier(value)) && IsNamed(ref text, start, anchor);
        return (isNamed && !Placeholder.IsOne(value) || (IsOfProvider(ref text, start, value) && !Placeholder.IsMask(value))) && IsRandom(value) ? Found(start, start + value.Length, 0.7) : null;
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        // Only behind a name: what stands before the token has arrived, so nothing else need wait.
        var start = text.RunBack(end, Letters, MaxBefore + 1);
        if (end - start > MaxBefore || char.IsAsciiDigit(text[start - 1]))
            return end;
        start = AfterName(ref text, start, end);
        return start < end && (IsNamed(ref text, start, start) || ProviderKeys.IsNear(LineBefore(ref text, start))) ? start : end;
    }

    private static int AfterName(ref TextWindow text, int start, int anchor)
    {
        var token = text.Slice(start, anchor - start);
        // "crm-secret-8f3a…": the name may be joined to the value. Text that follows only moves this on, never back.
        var value = 0;
        for (var i = 0; i < token.Length; i++)
        {
            var name = token[i..].IndexOfAny(Names);
            var end = name < 0 ? -1 : token[(i + name)..].IndexOfAny('-', '_', '.');
            if (end < 0)
                break;
            i += name;
            // What chance writes often is no name inside a token.
            if (token[i] is not ('j' or 'J' or '_' or '-'))
                value = i + end + 1;
        }

        return start + value;
    }

    private static int KeepPadding(ref TextWindow text, int start, int length)
    {
        var padding = 0;
        while (padding < 2 && text[start + length + padding] == '=')
            padding++;
        return length + padding;
    }

    private static bool IsMixed(ReadOnlySpan<char> value)
    {
        if (value.Length < MinToken)
            return false;
        var (digits, letters, dots) = (0, 0, 0);
        foreach (var c in value)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            dots += c is '.' or '/' ? 1 : 0;
        }

        return (digits >= 2 ? letters >= 2 || digits >= 24 : digits == 1 && value.Length >= MinOfFewDigits && SecretShapes.Changes(value) * 2 >= value.Length) && dots <= value.Length / 8;
    }

    private static bool IsRandom(ReadOnlySpan<char> value) =>
        Placeholder.Entropy(value) >= (CharSet.Digits.RunLength(value) == value.Length ? MinEntropyOfDigits : CharSet.Hex.RunLength(value) == value.Length ? MinEntropyOfHex : MinEntropy);

    private static ReadOnlySpan<char> LineBefore(ref TextWindow text, int start)
    {
        var before = text.Before(start, Reach);
        var line = before[(before.LastIndexOf('\n') + 1)..];
        // What stands alone on its line is named on the line before.
        return line.Length < before.Length && line.Trim(" \t\"'").IsEmpty ? before[(before[..^(line.Length + 1)].LastIndexOf('\n') + 1)..] : line;
    }

    // "wandb 5d41…": whose keys have no mark, but a shape, and the provider is named.
    private static bool IsOfProvider(ref TextWindow text, int start, ReadOnlySpan<char> value)
    {
        var before = LineBefore(ref text, start);
        var (provider, end) = ProviderKeys.Find(before, value);
        return end > 0 && !IsHarmless(before, provider) && IsConnection(before[end..]);
    }

    private static bool IsNamed(ref TextWindow text, int start, int anchor)
    {
        var before = LineBefore(ref text, start);
        if (IsArgumentOfClient(before))
            return true;
        var name = LastName(before);
        // "kernels-private-vars-loop-1.f90": a weak name among other words. A stream has not seen all of them, and waits.
        if (name >= 0 && start > 0 && text[start - 1] is '-' or '_' && IsWeak(before[name..]) && text.Slice(start, anchor - start) is var words && JointSet.IndexIn(words) >= 0 && !words.ContainsAnyInRange('A', 'Z'))
            return false;
        return name >= 0 && !IsHarmless(before, name) && IsJoined(before[name..]) && IsConnection(before[name..]);
    }

    private static int LastName(ReadOnlySpan<char> before)
    {
        var last = -1;
        for (var i = 0; i < before.Length; i++)
        {
            var next = before[i..].IndexOfAny(Names);
            if (next < 0)
                break;
            i += next;
            if (!IsWeak(before[i..]) || EndsHere(before[i..]))
                last = i;
        }

        return last;
    }

    private static bool IsHarmless(ReadOnlySpan<char> before, int name)
    {
        var context = before[Math.Max(0, name - 12)..];
        foreach (var harmless in HarmlessNames)
            if (context.Contains(harmless, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    // "key" alone names a secret only where the word ends: not in "keyboard"; "auth" not in "author".
    private static bool IsWeak(ReadOnlySpan<char> name) =>
        name.StartsWith("key", StringComparison.OrdinalIgnoreCase) || name.StartsWith("private", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("access", StringComparison.OrdinalIgnoreCase) || name.StartsWith("jwt", StringComparison.OrdinalIgnoreCase) || name[0] is '_' or '-'
        || (name.StartsWith("auth", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("authkey", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("authorization", StringComparison.OrdinalIgnoreCase));

    // Of OpenPGP: "signing key 9AA9…".
    private static bool IsFingerprint(ReadOnlySpan<char> value) => value.Length == 40 && CharSet.Hex.RunLength(value) == value.Length && !value.ContainsAnyInRange('a', 'f');

    // Not by what ends a statement or makes a type; over the end of a line by a sign, or by nothing at all.
    private static bool IsJoined(ReadOnlySpan<char> name)
    {
        var hasSign = name.IndexOfAny(':', '=', '>') >= 0;
        if ((name[^1] == '*' && !name.EndsWith("**")) || (name.Contains(';') && !hasSign))
            return false;
        var line = name.IndexOfAny('\r', '\n');
        return line < 0 || (hasSign ? !name.Contains('{') : char.IsAsciiLetterOrDigit(name[line - 1]) && name[..line].IndexOfAny(" ,.(/") < 0);
    }

    private static bool EndsHere(ReadOnlySpan<char> name)
    {
        var length = char.ToLowerInvariant(name[0]) switch { 'k' or 'j' => 3, 'p' => 7, 'a' => char.ToLowerInvariant(name[1]) == 'u' ? 4 : 6, _ => 4 };
        return name.Length > length && !char.IsAsciiLetterOrDigit(name[length]);
    }

    // The name itself, then signs and few words: no other sentence may lie between.
    private static bool IsConnection(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '-'))
            i++;
        foreach (var tail in Tails)
            if (text[..i].EndsWith(tail, StringComparison.OrdinalIgnoreCase))
                return false;
        if (i < text.Length && text[i] == ' ' && text[..i].EndsWith("api", StringComparison.OrdinalIgnoreCase))
            i += 4;
        var rest = text[Math.Min(i, text.Length)..];
        if (rest.Length == 0)
            return !text.IsEmpty && text[^1] is '-' or '_';
        if (rest.Length > MaxConnection || rest.Contains('(') && !rest.EndsWith("\"") && !rest.EndsWith("'"))
            return false;
        while (rest.Length > 0)
        {
            var word = rest.IndexOfAnyInRange('A', 'z');
            if (word < 0)
                return true;
            rest = rest[word..];
            var length = 1;
            while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
                length++;
            if (char.IsAsciiLetter(rest[0]) && !IsLink(rest[..length]))
                return false;
            rest = rest[length..];
        }

        return true;
    }

    private static bool IsLink(ReadOnlySpan<char> word)
    {
        foreach (var link in Links)
            if (word.Equals(link, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    // new CrmClient("…")
    private static bool IsArgumentOfClient(ReadOnlySpan<char> before) =>
        before.EndsWith("Client(\"", StringComparison.Ordinal) || before.EndsWith("Client('", StringComparison.Ordinal) || before.EndsWith("ApiKeyCredential(\"", StringComparison.Ordinal);
}
