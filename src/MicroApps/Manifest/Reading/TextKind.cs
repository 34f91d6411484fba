using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>A text of a certain form. The pattern is kept to what .NET and ECMA-262 read alike, since the JSON Schema shows it too.</summary>
internal class TextKind(string what, string mend, string pattern, int longest, int shortest = 1) : ScalarKind(what, mend)
{
    private readonly Regex _regex = new(pattern, RegexOptions.CultureInvariant);

    public string Pattern => pattern;

    public int Longest => longest;

    public int Shortest => shortest;

    protected sealed override object? Parse(YamlScalar scalar) => scalar.IsText ? Parse(scalar.Text) : null;

    protected virtual object? Convert(string text) => text;

    protected sealed override string MendOf(YamlScalar scalar) =>
        !scalar.IsText && Parse(scalar.Text) is not null ? "Put it in quotes, since YAML does not take it for a text" : Mend;

    private object? Parse(string written)
    {
        var text = written.TrimEnd('\n');
        if (text.Length > 2 * longest) return null;
        var length = text.Count(c => !char.IsLowSurrogate(c));
        if (length < shortest || length > longest || _regex.Match(text).Length != text.Length) return null;
        return Convert(text);
    }
}

/// <summary>A name that may be given for a secret; never a secret.</summary>
internal sealed class SecretNameKind() : TextKind(
    "the name of a secret", "Write the name under which your secret source keeps the key, such as OPENAI_API_KEY", @"^[A-Za-z][A-Za-z0-9_./-]*$", 128)
{
    protected override bool LooksSecret(string text) => Wording.MayBeKey(text);
}

internal sealed class DateKind() : TextKind("a date", "Write it as year-month-day, such as 2027-06-30", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", 10)
{
    private const string Form = "yyyy-MM-dd";

    public override object Plain(object value) => ((DateOnly)value).ToString(Form, System.Globalization.CultureInfo.InvariantCulture);

    protected override object? Convert(string text) =>
        DateOnly.TryParseExact(text, Form, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : null;
}

internal sealed class PeriodKind() : TextKind("a length of time", "Write a number and d, w, mo or y, such as 90d or 13mo", "^0*[1-9][0-9]{0,3}(d|w|mo|y)$", 6)
{
    public override object Plain(object value) => value.ToString()!;

    protected override object? Convert(string text) => Period.TryParse(text, out var period) ? period : null;
}

internal sealed class EndpointKind() : TextKind(
    "an address that a model may be called at",
    "Write an https address without user, query or fragment (http for localhost only), such as https://api.openai.com/v1",
    @"^(https://[A-Za-z0-9]|http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?(/|$))[A-Za-z0-9._~:/%-]*$",
    400)
{
    public override object Plain(object value) => ((Uri)value).AbsoluteUri;

    protected override object? Convert(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 ? uri : null;
}
