namespace MicroApps.Rego;

/// <summary>The built-in function that writes templates of Go.</summary>
internal static class TemplateBuiltins
{
    public static IEnumerable<Builtin> All => [new("strings.render_template", Render)];

    private static RegoValue? Render(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var source) || !TextOperand.TryObject(context, args, 1, out var values))
            return null;
        // OPA reads the values' terms as JSON, which they are not when there are sets or keys that are no text.
        if (!IsJson(values) && !Text.TryFromJson(Text.ToTerm(values), out var _, out var error))
            return context.Fail(error);
        try
        {
            var result = new BoundedText();
            new TemplateRun(source, new TemplateParser(source), result).Run("template", values);
            return result.ToValue();
        }
        catch (TemplateException e)
        {
            return context.Fail(e.Message);
        }
    }

    private static bool IsJson(RegoValue value)
    {
        Budget.Enter(value.Count);
        return value switch
        {
            SetValue => false,
            ArrayValue array => array.Items.All(IsJson),
            ObjectValue items => items.Keys.All(key => key is StringValue) && items.Values.All(IsJson),
            _ => true,
        };
    }
}
