namespace MicroApps.Rego;

/// <summary>The fields of a token's header that decide how it is verified.</summary>
internal sealed class JwtHeader
{
    private JwtHeader(ObjectValue fields) => Fields = fields;

    public ObjectValue Fields { get; }

    /// <summary>The algorithm; empty when there is none.</summary>
    public string Algorithm { get; private set; } = "";

    /// <summary>Which key; empty when nothing is said.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>What is inside: <c>JWT</c> for a token in a token.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Whether it has an algorithm and nothing critical that is not understood (RFC 7515, 4.1.11).</summary>
    public bool IsValid => Algorithm.Length > 0 && !HasUnknownCritical;

    private bool HasUnknownCritical { get; set; }

    public static JwtHeader? Read(BuiltinContext context, JsonWebToken token)
    {
        if (token.Header(context) is not { } fields)
            return null;
        var header = new JwtHeader(fields);
        foreach (var at in fields.Order)
        {
            if (header.Set(((StringValue)fields.Keys[at]).Value, fields.Values[at]) is not { } error)
                continue;
            context.Fail(error);
            return null;
        }

        return header;
    }

    /// <summary>Takes a field over; answers what is wrong with it.</summary>
    private string? Set(string name, RegoValue value)
    {
        if (name == "crit")
            return SetCritical(value);
        if (name is not ("alg" or "kid" or "typ" or "cty"))
            return null;
        if (value is not StringValue { Value: var text })
            return $"{name}: must be a string";
        if (name == "alg")
            Algorithm = text;
        else if (name == "kid")
            KeyId = text;
        else if (name == "cty")
            ContentType = text;
        return null;
    }

    private string? SetCritical(RegoValue value)
    {
        if (value is not ArrayValue { Items: var names })
            return "crit: must be a list";
        var critical = names.TakeWhile(n => n is StringValue).ToList();
        HasUnknownCritical = critical.Exists(n => Fields.Find(n) is not null && ((StringValue)n).Value is not ("alg" or "kid" or "typ" or "cty" or "crit"));
        return critical.Count == 0 ? "crit: must be a nonempty list" : null;
    }
}
