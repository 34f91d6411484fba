using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>
/// What a module means, without places: the same for modules that differ in layout only. <c>=</c> and <c>:=</c> in heads, a body that is <c>true</c> and none,
/// and the order of imports are no difference.
/// </summary>
internal sealed class SyntaxShape
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _wildcards = [];

    public static string Of(Module module)
    {
        var shape = new SyntaxShape();
        shape.List(module.Package, p => shape.Text(p));
        var imports = module.Imports.Where(i => !ModuleFormatter.IsObsolete(i)).Select(Of).OrderBy(t => t, StringComparer.Ordinal);
        shape.List([.. imports], i => shape._text.Append(i));
        shape.List(module.Rules, shape.Add);
        return shape._text.ToString();
    }

    private static string Of(Import import)
    {
        var shape = new SyntaxShape();
        shape.Add(import.Path);
        return shape._text.Append(" as ").Append(import.Alias).ToString();
    }

    private void Add(Rule rule)
    {
        _text.Append(rule.IsDefault ? "default " : "rule ");
        Add(rule.Head.Name);
        if (rule.Head.Arguments is not null)
            List(rule.Head.Arguments, Add);
        _text.Append(" contains ");
        Add(rule.Head.Key);
        _text.Append(" = ");
        if (rule.Head.Value is null && rule.Head.Key is null)
            _text.Append("true");
        Add(rule.Head.Value);
        List(rule.Body, Add);
        if (rule.Else is not null)
            Add(rule.Else);
    }

    private void Add(Expr expr)
    {
        _text.Append(expr.IsNegated ? "not " : "");
        switch (expr)
        {
            case TermExpr term:
                Add(term.Term);
                break;
            case SomeExpr some:
                _text.Append("some");
                List(some.Symbols, Add);
                break;
            case EveryExpr every:
                _text.Append("every");
                List([every.Key, every.Value, every.Domain], Add);
                List(every.Body, Add);
                break;
        }

        List(expr.With, w => List([w.Target, w.Value], Add));
    }

    private void Add(Term? term)
    {
        switch (term)
        {
            case null:
                break;
            case ConstantTerm constant:
                TermWriter.Write(_text, constant.Value);
                break;
            case VarTerm { IsWildcard: true } wildcard:
                if (!_wildcards.TryGetValue(wildcard.Name, out var number))
                    _wildcards[wildcard.Name] = number = _wildcards.Count;
                _text.Append('$').Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case VarTerm variable:
                _text.Append(variable.Name);
                break;
            case RefTerm reference:
                Node("ref", [reference.Head, .. reference.Path]);
                break;
            case ArrayTerm array:
                Node("array", array.Items);
                break;
            case SetTerm set:
                Node("set", set.Items);
                break;
            case ObjectTerm obj:
                Node("object", [.. obj.Items.SelectMany(i => new[] { i.Key, i.Value })]);
                break;
            case CallTerm call:
                Node("call", [call.Operator, .. call.Arguments]);
                break;
            case ComprehensionTerm found:
                Node(found.Kind.ToString(), found.Key is null ? [found.Value] : [found.Key, found.Value]);
                List(found.Body, Add);
                break;
            case TemplateTerm template:
                _text.Append("template");
                List(template.Parts, Add);
                break;
        }
    }

    private void Add(TemplatePart part)
    {
        if (part.Expr is null)
            Text(part.Text!);
        else
            Add(part.Expr);
    }

    private void Node(string kind, IReadOnlyList<Term> terms)
    {
        _text.Append(kind);
        List(terms, Add);
    }

    private void Text(string text) => TermWriter.Quote(_text, text);

    private void List<T>(IReadOnlyList<T> items, Action<T> add)
    {
        _text.Append('(');
        foreach (var item in items)
        {
            add(item);
            _text.Append(", ");
        }

        _text.Append(')');
    }
}
