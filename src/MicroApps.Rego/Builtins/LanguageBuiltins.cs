namespace MicroApps.Rego;

/// <summary>Functions that the language itself is made of.</summary>
internal static class LanguageBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new(Operators.Unify, static (_, args) => RegoValue.From(args[0].Equals(args[1]))),
        new(Operators.Print, Print),
        new("trace", Trace),
        // What a host would tell of itself, it does not tell here: its environment is nobody's business.
        new("opa.runtime", static (_, _) => ObjectValue.Empty),
        new(TemplateRewriter.Function, Template),
    ];

    private static RegoValue? Print(BuiltinContext context, RegoValue[] args)
    {
        if (context.Print is not { } print || args[0] is not ArrayValue values)
            return RegoValue.True;
        foreach (var line in PrintedText.Lines(values))
            print(line);
        return RegoValue.True;
    }

    private static RegoValue? Trace(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var text))
            return null;
        context.Note?.Invoke(text);
        return RegoValue.True;
    }

    // A part is a text, or a set of the one value that an expression has; an empty set when it is undefined.
    private static RegoValue? Template(BuiltinContext context, RegoValue[] args)
    {
        var text = new BoundedText();
        foreach (var part in ((ArrayValue)args[0]).Items)
        {
            if (part is not SetValue values)
                text.Append(((StringValue)part).Value);
            else if (values.Count == 0)
                text.Append("<undefined>");
            else if (values.Count > 1)
                return context.Fail("eval_conflict_error", "template-strings must not produce multiple outputs", isFinal: true);
            else
                text.Append(values.Sorted[0] is StringValue one ? one.Value : TermWriter.Write(values.Sorted[0]));
        }

        return text.ToValue();
    }
}
