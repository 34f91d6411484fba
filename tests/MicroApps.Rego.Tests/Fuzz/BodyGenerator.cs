namespace MicroApps.Rego.Tests;

/// <summary>Bodies: assignments, iterations, patterns, negation, quantifiers, replaced documents and functions, in an order that need not be that of evaluation.</summary>
internal sealed class BodyGenerator(Dice dice, ValueGenerator values, FuzzScope scope, TermGenerator terms)
{
    private static readonly string[] s_targets = ["input", "input.n", "input.x", "input.o.a", "input.list", "data.d", "data.d.x", "data.d.list", "data.fz.base.n", "input.s", "data.d.o.b"];

    private static readonly string[] s_mocks = ["count", "lower", "sum", "concat", "is_number", "object.get", "regex.match", "json.marshal", "time.now_ns", "to_number", "startswith"];

    public List<string> Body(int most, int depth)
    {
        List<string> lines = [.. Enumerable.Range(0, most).Select(_ => Statement(depth))];
        return dice.Chance(15) && !lines.Exists(l => l.StartsWith("some ", StringComparison.Ordinal)) ? dice.Shuffled(lines.Select(l => l.Replace(" := ", " = ", StringComparison.Ordinal))) : lines;
    }

    private string Statement(int depth) => dice.Next(100) switch
    {
        < 22 => Assign(depth),
        < 36 => Iterate(depth),
        < 42 => Pattern(depth),
        < 48 => Reference(depth),
        < 58 => $"not {Test(depth)}",
        < 64 => Every(depth),
        < 76 => With(depth),
        < 79 => Walk(depth),
        < 80 => $"print({terms.Known(FuzzKind.Any)})",
        _ => Test(depth),
    };

    private string Test(int depth) => dice.Next(10) switch
    {
        < 5 => Bare(terms.Call(FuzzKind.Boolean, depth)),
        < 6 when scope.Functions.Count > 0 => terms.FunctionCall(depth),
        < 7 => terms.Known(FuzzKind.Any),
        < 8 => $"{terms.Known(FuzzKind.Any)} != {values.Constant(FuzzKind.Any, 1)}",
        < 9 => $"{terms.Known(FuzzKind.Object)}[{terms.Key()}]",
        _ => $"{terms.Term(FuzzKind.Any, depth)} == {terms.Term(FuzzKind.Any, depth)}",
    };

    private string Assign(int depth)
    {
        var kind = dice.Pick(FuzzKind.Any, FuzzKind.Number, FuzzKind.Text, FuzzKind.Array, FuzzKind.Object, FuzzKind.Set, FuzzKind.Boolean);
        var term = terms.Term(kind, depth);
        var (first, second) = (scope.Fresh(), scope.Fresh());
        if (dice.Chance(85))
            return $"{Bind(first, kind)} := {term}";
        return dice.Chance(50) ? $"[{Bind(first)}, {Bind(second)}] := {terms.Term(FuzzKind.Array, depth)}" : $"{{\"{values.MemberName()}\": {Bind(first)}}} := {terms.Term(FuzzKind.Object, depth)}";
    }

    private string Iterate(int depth)
    {
        var kind = dice.Pick(FuzzKind.Array, FuzzKind.Array, FuzzKind.Object, FuzzKind.Set, FuzzKind.Any);
        var collection = terms.Term(kind, depth);
        var (first, second) = (scope.Declared(), scope.Declared());
        return dice.Next(6) switch
        {
            0 or 1 => $"some {Bind(first)} in {collection}",
            2 or 3 => $"some {Bind(first, kind == FuzzKind.Object ? FuzzKind.Text : kind == FuzzKind.Array ? FuzzKind.Number : FuzzKind.Any)}, {Bind(second)} in {collection}",
            4 => $"some [{Bind(first)}, {Bind(second)}] in {collection}",
            _ => $"some {{\"name\": {Bind(first, FuzzKind.Text)}, \"n\": {Bind(second, FuzzKind.Number)}}} in {terms.Known(FuzzKind.Array)}",
        };
    }

    private string Pattern(int depth)
    {
        var (first, second) = (scope.Fresh(), scope.Fresh());
        var (one, other) = (terms.Term(FuzzKind.Any, 1), terms.Term(FuzzKind.Any, 1));
        return dice.Next(5) switch
        {
            0 => $"{one} = {Bind(first)}",
            1 => $"[{Bind(first)}, {one}] = [{other}, {Bind(second)}]",
            2 when terms.Term(FuzzKind.Object, depth) is var whole => $"{{\"a\": {Bind(first)}, \"b\": [{Bind(second)}, 1]}} = {whole}",
            3 when terms.Known(FuzzKind.Array) is var array => $"{array} = [{Bind(first)}, {Bind(second)}]",
            _ when terms.Known(FuzzKind.Array) is var array => $"[{Bind(first)}, {Bind(second)}, _] = {array}",
            _ => "true",
        };
    }

    private string Reference(int depth)
    {
        var (first, second) = (scope.Fresh(), scope.Fresh());
        return dice.Next(6) switch
        {
            0 when terms.Known(FuzzKind.Array) is var array => $"some {first}; {Bind(second)} := {array}[{Bind(first, FuzzKind.Number)}]",
            1 when terms.Known(FuzzKind.Object) is var whole => $"some {first}, {second}; {whole}[{Bind(first, FuzzKind.Text)}] = {Bind(second)}",
            2 => $"input.list[{Bind(first, FuzzKind.Number)}].name == data.d.list[{Bind(second, FuzzKind.Number)}].name",
            3 => $"data.fz[{Bind(first, FuzzKind.Text)}].x = {Bind(second)}".Replace("data.fz", dice.Pick("data.d", "data.fz.base", "input"), StringComparison.Ordinal),
            4 => $"{terms.Known(FuzzKind.Any)}[{terms.Term(FuzzKind.Any, 1)}][{terms.Term(FuzzKind.Any, 1)}] = {Bind(first)}",
            _ => $"{terms.Known(FuzzKind.Any)}[{terms.Term(FuzzKind.Any, Math.Min(1, depth))}]",
        };
    }

    private string Every(int depth)
    {
        var mark = scope.Locals.Count;
        var collection = terms.Term(dice.Pick(FuzzKind.Array, FuzzKind.Object, FuzzKind.Set), depth);
        var (first, second) = (scope.Declared(), scope.Declared());
        var head = dice.Chance(50) ? Bind(first) : $"{Bind(first)}, {Bind(second)}";
        var text = $"every {head} in {collection} {{ {string.Join("; ", dice.Chance(70) ? [Test(depth - 1)] : Body(2, depth - 1))} }}";
        scope.Reset(mark);
        return text;
    }

    private string With(int depth)
    {
        var name = scope.Fresh();
        var statement = dice.Chance(50) ? Test(depth) : $"{name} := {terms.Term(FuzzKind.Any, depth)}";
        if (dice.Chance(30) && scope.Rules.Count > 0)
            statement = $"{name} := {dice.Pick(scope.Rules).Term}";
        var text = $"{(dice.Chance(12) && !statement.StartsWith(name, StringComparison.Ordinal) ? "not " : "")}{statement} {string.Join(" ", Enumerable.Range(0, 1 + dice.Next(2)).Select(_ => $"with {Replacement()}"))}";
        if (statement.StartsWith(name + " :=", StringComparison.Ordinal))
            Bind(name);
        return text;
    }

    private string Replacement()
    {
        var roll = dice.Next(10);
        if (roll < 2)
            return $"{dice.Pick(s_mocks)} as {(dice.Chance(60) || scope.Functions.Count == 0 ? values.Constant(FuzzKind.Any, 1) : dice.Pick(scope.Functions).Name)}";
        if (roll < 3 && scope.Functions.Count > 0)
            return $"data.fz.{dice.Pick(scope.Functions).Name} as {(dice.Chance(60) ? values.Constant(FuzzKind.Any, 1) : dice.Pick(scope.Functions).Name)}";
        if (roll < 5 && scope.Rules.Count > 0)
            return $"data.fz.{dice.Pick(scope.Rules).Term.Split('[')[0]} as {terms.Term(FuzzKind.Any, 1)}";
        // A whole document is replaced by a constant: OPA writes into documents of its data that stand for another one when a part of that is replaced too.
        var target = dice.Pick(s_targets);
        return $"{target} as {(target is "input" or "data.d" ? dice.Chance(80) ? values.Document() : values.Constant(FuzzKind.Any) : dice.Chance(30) ? values.Document() : terms.Term(FuzzKind.Any, 1))}";
    }

    private string Walk(int depth)
    {
        var (first, second) = (scope.Fresh(), scope.Fresh());
        var whole = terms.Term(dice.Pick(FuzzKind.Any, FuzzKind.Object), Math.Min(depth, 1));
        return $"walk({whole}, [{Bind(first, FuzzKind.Array)}, {(dice.Chance(70) ? Bind(second) : values.Constant(FuzzKind.Any, 0))}])";
    }

    private string Bind(string name, FuzzKind kind = FuzzKind.Any)
    {
        scope.Locals.Add((name, kind));
        return name;
    }

    private static string Bare(string call) => call.StartsWith('(') && call.EndsWith(')') && call.Count(c => c == '(') == 1 ? call[1..^1] : call;
}
