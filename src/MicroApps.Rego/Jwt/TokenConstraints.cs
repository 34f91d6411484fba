using System.Globalization;

namespace MicroApps.Rego;

/// <summary>What <c>io.jwt.decode_verify</c> asks of a token.</summary>
internal sealed class TokenConstraints : IDisposable
{
    private string _secret = "";
    private string _issuer = "";
    private string _audience = "";
    private double? _time;

    // Without a clock every token would be of the future: those that end are refused then.
    private TokenConstraints(long now) => _time = now > 0 ? now : null;

    /// <summary>The one algorithm that is right; empty for any that fits the key.</summary>
    public string Algorithm { get; private set; } = "";

    private VerificationKeys? Keys { get; set; }

    /// <summary>Reads the constraints; null when they are wrong, which the context then tells.</summary>
    public static TokenConstraints? Read(BuiltinContext context, ObjectValue operand)
    {
        var constraints = new TokenConstraints(context.NowNanoseconds);
        string? error = null;
        for (var i = 0; i < operand.Count && error is null; i++)
            error = constraints.Set(operand.Keys[operand.Order[i]], operand.Values[operand.Order[i]]);
        error ??= constraints.Keys is not null && constraints._secret.Length > 0 ? "duplicate key constraints"
            : constraints.Keys is null && constraints._secret.Length == 0 ? "no key constraint"
            : null;
        if (error is null)
            return constraints;
        constraints.Dispose();
        context.Fail(error);
        return null;
    }

    /// <summary>Whether the signature is that of one of the keys.</summary>
    public bool Verify(JwtHeader header, JwtAlgorithm algorithm, byte[] message, byte[] signature) =>
        Keys?.Verify(header.KeyId, header.Algorithm, algorithm, message, signature)
        ?? (algorithm.Kind == SignatureKind.Hmac && algorithm.IsMac(GoUtf8.GetBytes(_secret), message, signature));

    /// <summary>Whether the claims are as wanted; null when one of them is no claim at all, which the context then tells.</summary>
    public bool? Accepts(BuiltinContext context, ObjectValue claims)
    {
        if (_issuer.Length > 0 && !Is(claims.Find(RegoValue.From("iss")), _issuer))
            return false;
        var audience = claims.Find(RegoValue.From("aud"));
        if (audience is null ? _audience.Length > 0 : !HasAudience(audience))
            return false;
        return IsInTime(context, claims);
    }

    private bool? IsInTime(BuiltinContext context, ObjectValue claims)
    {
        var (end, start) = (claims.Find(RegoValue.From("exp")), claims.Find(RegoValue.From("nbf")));
        if ((end ?? start) is null)
            return true;
        if (_time is not { } time)
            return Fail(context, "the evaluation has no time to compare that of the token with: give `time`");
        // Compared as decimal numbers, as the claims are written.
        var now = NumberValue.Of((time / 1_000_000_000).ToString("R", CultureInfo.InvariantCulture));
        if (end is not (null or NumberValue))
            return Fail(context, "exp value must be a number");
        if (end is not null && now.CompareTo(end) >= 0)
            return false;
        if (start is not (null or NumberValue))
            return Fail(context, "nbf value must be a number");
        return start is null || now.CompareTo(start) >= 0;
    }

    public void Dispose() => Keys?.Dispose();

    private static bool? Fail(BuiltinContext context, string message)
    {
        context.Fail(message);
        return null;
    }

    private static bool Is(RegoValue? value, string text) => value is StringValue found && found.Value == text;

    private bool HasAudience(RegoValue audience) => Is(audience, _audience) || (audience is ArrayValue list && Array.Exists(list.Items, i => Is(i, _audience)));

    /// <summary>Takes a constraint over; answers what is wrong with it, without its value.</summary>
    private string? Set(RegoValue key, RegoValue value)
    {
        var name = (key as StringValue)?.Value ?? Text.ToTerm(key);
        if (name == "time")
            return SetTime(value);
        if (name is not ("cert" or "secret" or "alg" or "iss" or "aud"))
            return $"unknown token validation constraint: {name}";
        if (value is not StringValue { Value: var text })
            return $"{name} constraint: must be a string";
        string? error = null;
        if (name == "cert")
            Keys = VerificationKeys.Read(text, out error);
        else if (name == "secret")
            _secret = text;
        else if (name == "alg")
            Algorithm = text;
        else if (name == "iss")
            _issuer = text;
        else
            _audience = text;
        return error;
    }

    private string? SetTime(RegoValue value)
    {
        if (value is not NumberValue number)
            return "token time constraint: must be a number";
        if (!double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var time) || double.IsInfinity(time))
            return "token time constraint: unvalid float64";
        _time = time;
        return time < 0 ? "token time constraint: must not be negative" : null;
    }
}
