using System.Text;

namespace MicroApps.Detection;

/// <summary>The first part of a JSON Web Token.</summary>
internal static class JwtHeader
{
    public const int MaxLength = 1024;
    private const string Algorithm = "\"alg\"";

    /// <summary>Whether it decodes to a JSON object that names an algorithm, as far as brackets and strings tell: this platform has no JSON reader.</summary>
    public static bool IsOne(ReadOnlySpan<char> encoded)
    {
        if (encoded.Length % 4 == 1)
            return false;
        var padded = encoded.ToString().Replace('-', '+').Replace('_', '/').PadRight((encoded.Length + 3) / 4 * 4, '=');
        return HasAlgorithm(Encoding.UTF8.GetString(Convert.FromBase64String(padded)).Trim());
    }

    private static bool HasAlgorithm(string json)
    {
        var (depth, inString, found) = (0, false, false);
        for (var i = 0; i < json.Length; i++)
        {
            if (inString && json[i] == '\\')
            {
                i++;
                continue;
            }

            if (json[i] == '"')
            {
                found |= !inString && depth == 1 && string.CompareOrdinal(json, i, Algorithm, 0, Algorithm.Length) == 0 && json[(i + Algorithm.Length)..].TrimStart().StartsWith(':');
                inString = !inString;
            }
            else if (!inString && json[i] is '{' or '[')
            {
                depth++;
            }
            else if (!inString && json[i] is '}' or ']' && --depth == 0)
            {
                return found && i == json.Length - 1;
            }
        }

        return false;
    }
}
