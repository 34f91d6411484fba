namespace MicroApps.Rego;

/// <summary>Built-in functions about YAML: the part of it that <see cref="YamlReader"/> reads.</summary>
internal static class YamlBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("yaml.is_valid", (_, a) => RegoValue.From(a[0] is StringValue text && TryRead(text.Value, out var _, out var _))),
        new("yaml.marshal", (_, a) => RegoValue.From(YamlWriter.Write(a[0]))),
        new("yaml.unmarshal", Unmarshal),
    ];

    private static RegoValue? Unmarshal(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryPaidText(context, args, 0, out var text))
            return null;
        return TryRead(text, out var value, out var error) ? value : context.Fail(error);
    }

    private static bool TryRead(string text, out RegoValue value, out string error)
    {
        (value, error) = (RegoValue.Null, "");
        try
        {
            value = YamlReader.Read(text);
        }
        catch (YamlException e)
        {
            error = e.Message;
        }

        return error.Length == 0;
    }
}
