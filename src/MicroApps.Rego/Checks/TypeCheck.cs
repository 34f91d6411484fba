namespace MicroApps.Rego;

/// <summary>
/// Infers the types of variables and rules, and refuses what cannot succeed: comparisons of different types, arguments of a wrong type, references to keys that are not there.
/// Rules come behind those that they need.
/// </summary>
internal sealed class TypeCheck(PlanContext context, NameSource names, ErrorLog errors)
{
    private readonly TypeTree _data = new();

    public void Check(PlacedRule placed, Rule rule)
    {
        var path = PathOf(placed.Node);
        var scope = new TypeScope(_data, FunctionType);
        var found = CheckBody(rule.Body, scope);
        foreach (var (at, text, _) in found)
            errors.Add(ErrorLog.Type, at, text);
        if (found.Count > 0 || (placed.Path.Count > 0 && rule.Head.Key is not null))
            _data.Excuse(placed.Path.Count > 0 ? [.. path, TypeTree.Somewhere] : path);
        else if (TypeOf(placed, rule, scope) is { } type)
            _data.Add(path, type);
    }

    public void Check(IReadOnlyList<Expr> query)
    {
        foreach (var (at, text, _) in CheckBody(query, new(_data, FunctionType)))
            errors.Add(ErrorLog.Type, at, text);
    }

    private static RegoType? TypeOf(PlacedRule placed, Rule rule, TypeScope scope)
    {
        var head = rule.Head;
        if (head.Arguments is not null)
        {
            foreach (var name in head.Arguments.SelectMany(a => VarCollector.Of(a)))
                scope.Set(name, scope.Find(name) ?? RegoType.Any);
            return new FunctionType([.. head.Arguments.Select(scope.Of)], ValueOf(head, scope) ?? RegoType.Any).Bounded();
        }

        if (head.Key is not null)
            return placed.Path.Count > 0 || scope.Of(head.Key) is not { } member ? null : new SetType(member).Bounded();
        var type = ValueOf(head, scope);
        for (var i = placed.Path.Count - 1; i >= 0 && type is not null; i--)
            type = scope.Of(placed.Path[i]) is { } key ? new ObjectType([], key, type, true).Bounded() : null;
        return type;
    }

    private static RegoType? ValueOf(RuleHead head, TypeScope scope) => head.Value is null ? RegoType.Boolean : scope.Of(head.Value);

    private RegoType? FunctionType(string name) => BuiltinTypes.Find(name) ?? (context.Function(name)?.Node is { } node ? _data.Find(PathOf(node))?.Type : null);

    private static List<RegoValue> PathOf(RuleNode node)
    {
        List<RegoValue> path = [];
        for (var at = node; at.Parent is not null; at = at.Parent)
            path.Add(at.Key!);
        path.Reverse();
        return path;
    }

    private List<Finding> CheckBody(IReadOnlyList<Expr> body, TypeScope scope)
    {
        List<Finding> found = [];
        foreach (var expr in body)
            CheckExpr(expr, scope, found);
        return found;
    }

    private void CheckExpr(Expr expr, TypeScope scope, List<Finding> found)
    {
        var before = found.Count;
        var closures = new Closures(this, scope);
        closures.Visit(expr);
        found.AddRange(closures.Found);
        new RefCheck(scope, names, (at, text) => found.Add(new(at, text, false))).Visit(expr);
        if (CheckWith(expr, scope) is { } mismatch)
            found.Add(mismatch);
        else if (expr is TermExpr { Term: CallTerm call } && CheckCall(expr, call, scope) is { } error && !(error.IsConsequence && found.Count > before))
            found.Add(error);
    }

    private Finding? CheckWith(Expr expr, TypeScope scope)
    {
        foreach (var with in expr.With)
            if (scope.Of(with.Target) is FunctionType target && scope.Of(with.Value) is FunctionType value && !TypeAlgebra.Meet(target, value))
                return new(with.Location, $"{TermText.Of(with.Target, names)}: arity mismatch\n\thave: {value}\n\twant: {target}", false);
        return null;
    }

    private Finding? CheckCall(Expr expr, CallTerm call, TypeScope scope)
    {
        var name = Operators.Name(call.Operator)!;
        var unifier = new TypeUnifier(scope);
        if (name == Operators.Unify && call.Arguments.Count == 2)
        {
            var (left, right) = (scope.Of(call.Arguments[0]), scope.Of(call.Arguments[1]));
            return unifier.Unify(call.Arguments[0], call.Arguments[1]) ? null
                : new(expr.Location, $"match error\n\tleft  : {Text(left)}\n\tright : {Text(right)}", RegoType.Unknown(left) || RegoType.Unknown(right));
        }

        if (FunctionType(name) is not FunctionType function)
            return context.Function(name) is null ? new(expr.Location, $"undefined function {name} (hint: it is a rule: write it without parentheses)", false) : null;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var expected = i < function.Arguments.Count ? function.Arguments[i] : function.Result;
            if (i > function.Arguments.Count || (i == function.Arguments.Count && function.Result is null))
                return new(expr.Location, $"{name}: too many arguments", false);
            if (unifier.Assign(call.Arguments[i], expected))
                continue;
            var have = call.Arguments.Select(scope.Of).ToList();
            return new(expr.Location, $"{name}: invalid argument(s)\n\thave: ({string.Join(", ", have.Select(Text))})\n\twant: {function}", have.Any(RegoType.Unknown));
        }

        return null;
    }

    private static string Text(RegoType? type) => type?.ToString() ?? "???";

    /// <summary>An error; a consequence is one that an error in a part of the expression explains.</summary>
    private sealed record Finding(Location At, string Text, bool IsConsequence);

    /// <summary>Checks the comprehensions of an expression, and keeps their types.</summary>
    private sealed class Closures(TypeCheck owner, TypeScope scope) : TermVisitor
    {
        public List<Finding> Found { get; private set; } = [];

        public override void Visit(Term? term)
        {
            if (term is not ComprehensionTerm comprehension)
            {
                base.Visit(term);
                return;
            }

            var inner = scope.Inner();
            var found = owner.CheckBody(comprehension.Body, inner);
            if (found.Count > 0)
                Found = found;
            scope.Closures[comprehension] = found.Count > 0 ? null : comprehension.Kind switch
            {
                RegoKind.Array => new ArrayType([], inner.Of(comprehension.Value)).Bounded(),
                RegoKind.Set => new SetType(inner.Of(comprehension.Value)).Bounded(),
                _ => new ObjectType([], inner.Of(comprehension.Key!), inner.Of(comprehension.Value), true).Bounded(),
            };
        }
    }
}
