namespace MicroApps.Rego;

/// <summary>Base64 with - and _, with or without padding.</summary>
internal static class Base64Url
{
    /// <summary>The bytes that a text stands for; false with an error as OPA words it.</summary>
    public static bool TryDecode(string text, out byte[] bytes, out string error)
    {
        var hasPadding = text.Length > 0 && text[text.Length - 1] == '=';
        var rest = hasPadding ? 0 : Runes.Utf8Length(text) % 4;
        if (rest == 1)
        {
            (bytes, error) = ([], $"illegal base64url string: {text}");
            return false;
        }

        var isRight = GoBase64.TryDecode(text + (rest == 2 ? "==" : rest == 3 ? "=" : ""), isUrl: true, out bytes, out var wrong);
        error = isRight ? "" : $"illegal base64 data at input byte {wrong}";
        return isRight;
    }
}
