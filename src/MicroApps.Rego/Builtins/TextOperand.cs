namespace MicroApps.Rego;

/// <summary>Reads operands that the families about text and collections share; each method says what is wrong when it returns false.</summary>
internal static class TextOperand
{
    /// <summary>An operand that is a text; operands are counted from 0 here.</summary>
    public static bool TryText(BuiltinContext context, RegoValue[] args, int at, out string text)
    {
        text = (args[at] as StringValue)?.Value ?? "";
        return args[at] is StringValue || Fail(context, args, at, RegoKind.String);
    }

    /// <summary>An operand that is a text, all of which is read: some steps for every few characters are spent.</summary>
    public static bool TryPaidText(BuiltinContext context, RegoValue[] args, int at, out string text)
    {
        if (!TryText(context, args, at, out text))
            return false;
        context.Budget.SpendText(4L * text.Length);
        return true;
    }

    public static bool TryTexts(BuiltinContext context, RegoValue[] args, out string first, out string second)
    {
        second = "";
        return TryText(context, args, 0, out first) && TryText(context, args, 1, out second);
    }

    public static bool TryArray(BuiltinContext context, RegoValue[] args, int at, out RegoValue[] items)
    {
        items = (args[at] as ArrayValue)?.Items ?? [];
        return args[at] is ArrayValue || Fail(context, args, at, RegoKind.Array);
    }

    public static bool TryObject(BuiltinContext context, RegoValue[] args, int at, out ObjectValue items)
    {
        items = args[at] as ObjectValue ?? ObjectValue.Empty;
        return args[at] is ObjectValue || Fail(context, args, at, RegoKind.Object);
    }

    /// <summary>An operand that is a number written as an integer.</summary>
    public static bool TryInteger(BuiltinContext context, RegoValue[] args, int at, out long value)
    {
        value = 0;
        if (args[at] is not NumberValue number)
            return Fail(context, args, at, RegoKind.Number);
        if (number.TryGetInt64(out value) || number.Text == "-0")
            return true;
        context.FailOperand(at + 1, "must be integer number but got floating-point number");
        return false;
    }

    /// <summary>The members of an operand that is an array or a set of texts, in order.</summary>
    public static bool TryTextsOf(BuiltinContext context, RegoValue[] args, int at, out string[] texts)
    {
        texts = [];
        if (Members(args[at]) is not { } members)
            return Fail(context, args, at, RegoKind.Set, RegoKind.Array);
        context.Budget.SpendElements(members.Length);
        texts = new string[members.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (members[i] is not StringValue text)
                return FailMember(context, args[at], at, "strings", members[i]);
            texts[i] = text.Value;
        }

        return true;
    }

    /// <summary>"operand 2 must be array of strings but got array containing number".</summary>
    public static bool FailMember(BuiltinContext context, RegoValue operand, int at, string kinds, RegoValue member)
    {
        var kind = BuiltinContext.KindName(operand.Kind);
        context.FailOperand(at + 1, $"must be {kind} of {kinds} but got {kind} containing {BuiltinContext.KindName(member.Kind)}");
        return false;
    }

    /// <summary>The elements of an array or the members of a set in order; null for another kind.</summary>
    public static RegoValue[]? Members(RegoValue value) => value switch
    {
        ArrayValue array => array.Items,
        SetValue set => set.Sorted,
        _ => null,
    };

    private static bool Fail(BuiltinContext context, RegoValue[] args, int at, params RegoKind[] expected)
    {
        context.FailOperand(at + 1, args[at], expected);
        return false;
    }
}
