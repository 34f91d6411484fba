namespace MicroApps.Rego;

/// <summary>Built-in functions about JSON: writing and reading it, and changing documents by paths.</summary>
internal static class JsonBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("json.filter", JsonPaths.Filter),
        new("json.is_valid", (_, a) => RegoValue.From(a[0] is StringValue text && Text.TryFromJson(text.Value, out var _, out var _))),
        new("json.marshal", (_, a) => RegoValue.From(Text.ToJson(a[0]))),
        new("json.marshal_with_options", MarshalWithOptions),
        new("json.patch", JsonPatch.Run),
        new("json.remove", JsonPaths.Remove),
        new("json.unmarshal", Unmarshal),
    ];

    private static RegoValue? Unmarshal(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var text))
            return null;
        return Text.TryFromJson(text, out var value, out var error) ? value : context.Fail(error);
    }

    private static RegoValue? MarshalWithOptions(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryObject(context, args, 1, out var options))
            return null;
        var (isPretty, prefix, indent) = ((bool?)null, "", "\t");
        for (var n = 0; n < options.Order.Length; n++)
        {
            var (key, value) = (options.Keys[options.Order[n]], options.Values[options.Order[n]]);
            if (key is not StringValue name)
                return context.FailOperand(2, $"failed to stringify key {Text.ToTerm(key)} at index {n}: operand 0 must be string but got {BuiltinContext.KindName(key.Kind)}");
            if (name.Value == "pretty" && value is not BooleanValue)
                return context.FailOperand(2, "key \"pretty\" failed cast to bool");
            if (name.Value is "prefix" or "indent" && value is not StringValue)
                return context.FailOperand(2, $"key {GoQuote.Quote(name.Value)} failed cast to string: operand 0 must be string but got {BuiltinContext.KindName(value.Kind)}");
            if (name.Value is not ("pretty" or "prefix" or "indent"))
                return context.FailOperand(2, $"object contained unknown key {GoQuote.Quote(name.Value)}");
            isPretty = name.Value == "pretty" ? ((BooleanValue)value).Value : isPretty;
            prefix = name.Value == "prefix" ? ((StringValue)value).Value : prefix;
            indent = name.Value == "indent" ? ((StringValue)value).Value : indent;
        }

        var json = Text.ToJson(args[0]);
        // A prefix or an indent asks for lines as well, unless told otherwise.
        return isPretty ?? options.Count > 0 ? Indent(json, prefix, indent).ToValue() : RegoValue.From(json);
    }

    /// <summary>Puts JSON without spaces on lines: one for each element, one for each bracket that is not empty.</summary>
    private static BoundedText Indent(string json, string prefix, string indent)
    {
        var (result, depth) = (new BoundedText().Append(prefix), 0);
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (c == '"')
            {
                var end = EndOfText(json, i);
                result.Append(json, i, end - i);
                i = end - 1;
            }
            else if (c is '[' or '{')
            {
                if (json[i + 1] is ']' or '}')
                    result.Append(json, i++, 2);
                else
                    NewLine(result.Append(c), prefix, indent, ++depth);
            }
            else if (c is ']' or '}')
            {
                NewLine(result, prefix, indent, --depth);
                result.Append(c);
            }
            else if (c == ',')
            {
                NewLine(result.Append(c), prefix, indent, depth);
            }
            else
            {
                result.Append(c).Append(c == ':' ? " " : "");
            }
        }

        return result;
    }

    private static int EndOfText(string json, int start)
    {
        var end = start + 1;
        for (; json[end] != '"'; end++)
            end += json[end] == '\\' ? 1 : 0;
        return end + 1;
    }

    private static void NewLine(BoundedText result, string prefix, string indent, int depth)
    {
        result.Append('\n').Append(prefix);
        for (; depth > 0; depth--)
            result.Append(indent);
    }
}
