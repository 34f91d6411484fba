using System.Text.RegularExpressions;

namespace MicroApps.Rego.Tests;

/// <summary>Terms of a kind, most of them, and calls with fitting arguments, most of them.</summary>
internal sealed partial class TermGenerator(Dice dice, ValueGenerator values, FuzzScope scope)
{
    private static readonly Dictionary<FuzzKind, string[]> s_documents = new()
    {
        [FuzzKind.Any] = ["input.x", "input.o.a", "input.list[0]", "input", "data.d.x", "input.list[1].name", "data.d", "data.fz.base.x", "input.map", "input.a[1]", "input[\"x\"]", "data.d.list[_]", "input.list[_].n"],
        [FuzzKind.Number] = ["input.n", "input.m", "data.d.n", "input.list[0].n", "input.a[0]", "input.a[_]", "input.list[_].n", "data.fz.base.n"],
        [FuzzKind.Text] = ["input.s", "input.t", "data.d.s", "input.list[0].name", "input.w[0]", "input.w[_]", "input.list[_].name", "data.d.w[_]"],
        [FuzzKind.Boolean] = ["input.b", "data.d.b"],
        [FuzzKind.Array] = ["input.a", "input.w", "input.list", "data.d.a", "data.d.w", "data.d.list", "input.list[0].tags", "input.list[_].tags"],
        [FuzzKind.Object] = ["input.o", "input.map", "data.d.o", "data.d.map", "input.list[0]", "input.list[_]", "data.fz.base", "input"],
        [FuzzKind.Set] = ["{x | some x in input.a}", "{x | some x in input.w}", "{x | x := data.d.w[_]}", "{x | some x in input.list[_].tags}"],
    };

    public string Term(FuzzKind kind, int depth = 3)
    {
        if (kind == FuzzKind.Any && dice.Chance(60))
            kind = dice.Pick(FuzzKind.Number, FuzzKind.Text, FuzzKind.Array, FuzzKind.Object, FuzzKind.Set, FuzzKind.Boolean);
        var roll = dice.Next(100);
        if (depth <= 0 || roll < 25)
            return roll % 2 == 0 || depth > 0 ? Known(kind) : values.Constant(kind, 1);
        return roll switch
        {
            < 50 => Known(kind),
            < 60 => values.Constant(kind),
            < 66 when scope.Functions.Count > 0 => FunctionCall(depth),
            < 72 when kind is FuzzKind.Array or FuzzKind.Object or FuzzKind.Set => Comprehension(kind, depth),
            < 74 => $"object.get({Term(FuzzKind.Object, depth - 1)}, {Term(FuzzKind.Text, depth - 1)}, {Term(kind, depth - 1)})",
            _ when kind == FuzzKind.Any => Composite(depth),
            _ => Call(kind, depth),
        };
    }

    /// <summary>A variable, a rule or a part of a document.</summary>
    public string Known(FuzzKind kind)
    {
        var locals = scope.Locals.Where(l => l.Kind == kind || kind == FuzzKind.Any || dice.Chance(l.Kind == FuzzKind.Any ? 40 : 3)).ToList();
        if (locals.Count > 0 && dice.Chance(65))
            return dice.Pick(locals).Name;
        var rules = scope.Rules.Where(r => r.Kind == kind || kind == FuzzKind.Any || dice.Chance(r.Kind == FuzzKind.Any ? 40 : 3)).ToList();
        return rules.Count > 0 && dice.Chance(45) ? dice.Pick(rules).Term : dice.Pick(s_documents[kind]);
    }

    /// <summary>A call of a built-in function.</summary>
    public string Call(FuzzKind kind, int depth)
    {
        if (kind == FuzzKind.Any)
            kind = dice.Pick(FuzzKind.Number, FuzzKind.Text, FuzzKind.Array, FuzzKind.Object, FuzzKind.Set, FuzzKind.Boolean);
        var text = Holes().Replace(dice.Pick(CallTemplates.Calls[kind]), hole => Fill(hole.Groups[1].Value, depth - 1));
        return kind is FuzzKind.Boolean or FuzzKind.Number or FuzzKind.Set && !text.EndsWith(')') || Infix().IsMatch(text) ? $"({text})" : text;
    }

    public string FunctionCall(int depth)
    {
        var (name, arity) = dice.Pick(scope.Functions);
        return $"{name}({string.Join(", ", Enumerable.Range(0, arity).Select(_ => Term(FuzzKind.Any, depth - 1)))})";
    }

    /// <summary>A comprehension with a body of its own.</summary>
    public string Comprehension(FuzzKind kind, int depth)
    {
        var mark = scope.Locals.Count;
        var body = string.Join("; ", new BodyGenerator(dice, values, scope, this).Body(1 + dice.Next(2), depth - 1));
        var head = Term(FuzzKind.Any, 1);
        var result = kind switch
        {
            FuzzKind.Array => $"[{head} | {body}]",
            FuzzKind.Object => $"{{{Key()}: {head} | {body}}}",
            _ => $"{{{head} | {body}}}",
        };
        scope.Reset(mark);
        return result;
    }

    /// <summary>What serves as a key of an object: no fractions, whose keys OPA itself mistakes.</summary>
    public string Key() => scope.Locals.Where(l => l.Kind == FuzzKind.Text).Select(l => l.Name).LastOrDefault() is { } name && dice.Chance(60) ? name : dice.Chance(70) ? Term(FuzzKind.Text, 1) : values.Text();

    private string Composite(int depth) => dice.Next(5) switch
    {
        0 => $"[{Term(FuzzKind.Any, depth - 1)}, {Term(FuzzKind.Any, depth - 1)}]",
        1 => $"{{\"{values.MemberName()}\": {Term(FuzzKind.Any, depth - 1)}}}",
        2 => $"{Known(FuzzKind.Object)}",
        3 => Comprehension(dice.Pick(FuzzKind.Array, FuzzKind.Object, FuzzKind.Set), depth),
        _ => Call(FuzzKind.Any, depth),
    };

    private string Fill(string hole, int depth)
    {
        if (CallTemplates.Words.TryGetValue(hole, out var words))
            return hole is "k" or "unit" || dice.Chance(90) ? dice.Pick(words) : Known(hole is "i" or "ns" ? FuzzKind.Number : FuzzKind.Text);
        var kind = hole switch { "n" => FuzzKind.Number, "s" => FuzzKind.Text, "b" => FuzzKind.Boolean, "a" => FuzzKind.Array, "o" => FuzzKind.Object, "t" => FuzzKind.Set, _ => FuzzKind.Any };
        return dice.Chance(3) ? Known(FuzzKind.Any) : Term(kind, Math.Min(depth, 2));
    }

    [GeneratedRegex(@"\{([a-z]|re|rr|glob|gd|fmt|cidr|ip|ver|unit|ns|layout|when|dur|path|patch|graph|js|yml|b64|hex|qs)\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@" (in|[-+*/%&|<>=!]=?|[<>]) ")]
    private static partial Regex Infix();
}
