namespace MicroApps.Rego;

/// <summary>Built-in functions on JSON Web Tokens.</summary>
internal static class JwtBuiltins
{
    private const string Nested = "JWT";

    public static IEnumerable<Builtin> All { get; } =
    [
        new("io.jwt.decode", Decode),
        new("io.jwt.decode_verify", DecodeVerify),
        .. ((string[])["es", "hs", "ps", "rs"]).SelectMany(family => ((string[])["256", "384", "512"]).Select(bits => Verifier(family, bits))),
    ];

    private static RegoValue Unverified { get; } = new ArrayValue([RegoValue.False, ObjectValue.Empty, ObjectValue.Empty]);

    private static Builtin Verifier(string family, string bits)
    {
        var algorithm = JwtAlgorithm.Of(family.ToUpperInvariant() + bits)!.Value;
        return new($"io.jwt.verify_{family}{bits}", algorithm.Kind == SignatureKind.Hmac ? (c, a) => VerifySecret(c, a, algorithm) : (c, a) => VerifyKeys(c, a, algorithm));
    }

    private static ArrayValue? Decode(BuiltinContext context, RegoValue[] args)
    {
        // A token may be in a token, written in quotes; each is shorter than the one around it.
        for (var token = JsonWebToken.Read(context, args[0]); token is not null;)
        {
            if (token.Header(context) is not { } header || token.Payload(context) is not { } payload)
                return null;
            if (header.Find(RegoValue.From("cty")) is StringValue { Value: Nested })
            {
                token = JsonWebToken.Read(context, GoUtf8.GetString(payload).Trim('"', '\''));
                continue;
            }

            return JsonWebToken.ToObject(context, payload) is { } claims && token.Signature(context, "JWT signature had invalid encoding: ") is { } signature
                ? new ArrayValue([header, claims, RegoValue.From(Hex.ToText(signature))])
                : null;
        }

        return null;
    }

    private static RegoValue? VerifySecret(BuiltinContext context, RegoValue[] args, JwtAlgorithm algorithm)
    {
        if (!TextOperand.TryTexts(context, args, out _, out var secret) || JsonWebToken.Read(context, args[0]) is not { } token || token.Signature(context) is not { } signature)
            return null;
        return RegoValue.From(algorithm.IsMac(GoUtf8.GetBytes(secret), token.SignedBytes, signature));
    }

    private static RegoValue? VerifyKeys(BuiltinContext context, RegoValue[] args, JwtAlgorithm algorithm)
    {
        if (JsonWebToken.Read(context, args[0]) is not { } token || !TextOperand.TryText(context, args, 1, out var text))
            return null;
        using var keys = VerificationKeys.Read(text, out var error);
        if (keys is null)
            return context.Fail(error!);
        if (token.Signature(context) is not { } signature || JwtHeader.Read(context, token) is not { } header)
            return null;
        return RegoValue.From(keys.Verify(header.KeyId, header.Algorithm, algorithm, token.SignedBytes, signature));
    }

    private static RegoValue? DecodeVerify(BuiltinContext context, RegoValue[] args)
    {
        if (args[1] is not ObjectValue operand)
            return context.FailOperand(2, args[1], RegoKind.Object);
        using var constraints = TokenConstraints.Read(context, operand);
        if (constraints is null || JsonWebToken.Read(context, args[0]) is not { } token)
            return null;
        while (true)
        {
            if (JwtHeader.Read(context, token) is not { } header)
                return null;
            if (!header.IsValid || (constraints.Algorithm.Length > 0 && constraints.Algorithm != header.Algorithm))
                return Unverified;
            if (token.Signature(context) is not { } signature)
                return null;
            if (JwtAlgorithm.Of(header.Algorithm) is not { } algorithm)
                return context.Fail($"unknown JWS algorithm: {header.Algorithm}");
            if (!constraints.Verify(header, algorithm, token.SignedBytes, signature))
                return Unverified;
            if (token.Payload(context) is not { } payload)
                return null;
            if (!string.Equals(header.ContentType, Nested, StringComparison.OrdinalIgnoreCase))
                return Accept(context, constraints, header, payload);
            if (JsonWebToken.Read(context, GoUtf8.GetString(payload)) is not { } inner)
                return null;
            token = inner;
        }
    }

    private static RegoValue? Accept(BuiltinContext context, TokenConstraints constraints, JwtHeader header, byte[] payload)
    {
        if (JsonWebToken.ToObject(context, payload) is not { } claims || constraints.Accepts(context, claims) is not { } isAccepted)
            return null;
        return isAccepted ? new ArrayValue([RegoValue.True, header.Fields, claims]) : Unverified;
    }
}
