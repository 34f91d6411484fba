using System.Text.RegularExpressions;

namespace MicroApps.Rego.Tests;

/// <summary>Policies from seeds: rules of every kind, each of which uses those before it. Most compile.</summary>
internal sealed partial class PolicyGenerator
{
    private readonly FuzzScope _scope = new();
    private readonly List<string> _lines = ["package fz", "", "import rego.v1", ""];
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dice _dice;
    private readonly ValueGenerator _values;
    private readonly TermGenerator _terms;
    private readonly BodyGenerator _bodies;

    private PolicyGenerator(int seed)
    {
        _dice = new(seed);
        _values = new(_dice);
        _terms = new(_dice, _values, _scope);
        _bodies = new(_dice, _values, _scope, _terms);
    }

    public static FuzzPolicy Generate(int seed)
    {
        var generator = new PolicyGenerator(seed);
        for (var rules = 3 + generator._dice.Next(5); rules > 0; rules--)
            generator.Rule();
        var values = generator._values;
        var documents = Enumerable.Range(0, 2).Select(_ => (values.Document(), values.Document())).ToList();
        List<string?> inputs = [values.Document(), values.Document(), values.Document(), generator._dice.Chance(30) ? null : values.Document()];
        return new(seed, [.. generator._lines.Select(OnlyUsed)], [.. generator._names], documents, inputs);
    }

    private void Rule()
    {
        var name = $"r{_names.Count + _scope.Functions.Count}";
        switch (_dice.Next(12))
        {
            case 0 or 1 or 2:
                Complete(name);
                break;
            case 3 or 4:
                Definitions(() => $"{name} contains {Head()}");
                Know(name, name, FuzzKind.Set);
                break;
            case 5 or 6:
                Definitions(() => $"{name}[{_terms.Key()}] := {Head()}");
                Know(name, name, FuzzKind.Object);
                break;
            case 7:
                RefHead(name);
                break;
            default:
                Function(name);
                break;
        }
    }

    private void Complete(string name)
    {
        var kind = _dice.Pick(FuzzKind.Any, FuzzKind.Number, FuzzKind.Text, FuzzKind.Boolean, FuzzKind.Array, FuzzKind.Object);
        if (_dice.Chance(30))
            _lines.Add($"default {name} := {_values.Constant(kind)}");
        if (_dice.Chance(30))
        {
            _lines.Add($"{name} := {_terms.Term(kind)}");
        }
        else
        {
            var constant = _values.Constant(kind);
            Definitions(() => $"{name} := {(_dice.Chance(50) ? constant : _terms.Term(kind, 1))}", () => Else(kind));
        }

        Know(name, name, kind);
    }

    private void RefHead(string name)
    {
        var (first, second) = (_values.MemberName().Replace("a.b", "q", StringComparison.Ordinal).Replace("1", "k", StringComparison.Ordinal), _dice.Pick("k", "l"));
        if (first == "é")
            first = "e";
        switch (_dice.Next(4))
        {
            case 0:
                Definitions(() => $"{name}.{first}.{second} := {Head()}");
                break;
            case 1:
                Definitions(() => $"{name}[{_terms.Key()}].{second} := {Head()}");
                break;
            case 2:
                Definitions(() => $"{name}.{first} contains {Head()}");
                Definitions(() => $"{name}.z[{_terms.Key()}] contains {Head()}");
                break;
            default:
                Definitions(() => $"{name}[{_terms.Key()}][{_terms.Key()}] := {Head()}");
                Definitions(() => $"{name}.{first}.{second} := {_values.Constant(FuzzKind.Any, 1)}");
                break;
        }

        Know(name, $"{name}.{first}", FuzzKind.Any);
        _scope.Rules.Add((name, FuzzKind.Object));
        _scope.Rules.Add(($"{name}[_]", FuzzKind.Any));
    }

    private void Function(string name)
    {
        var arity = 1 + _dice.Next(2);
        if (_dice.Chance(20))
            _lines.Add($"default {name}({string.Join(", ", Enumerable.Repeat("_", arity))}) := {_values.Constant(FuzzKind.Any, 1)}");
        for (var definitions = 1 + _dice.Next(3); definitions > 0; definitions--)
        {
            var parameters = string.Join(", ", Enumerable.Range(0, arity).Select(_ => Parameter()));
            var mark = _scope.Locals.Count;
            var body = Lines(1 + _dice.Next(2));
            _lines.Add($"{name}({parameters}) := {_terms.Term(FuzzKind.Any, 2)} if {{\n{body}\n}}{Else(FuzzKind.Any, mark)}");
            _scope.Reset(0);
        }

        _scope.Functions.Add((name, arity));
    }

    private string Parameter()
    {
        var (first, second) = (_scope.Fresh(), _scope.Fresh());
        switch (_dice.Next(10))
        {
            case 0:
                return _values.Constant(FuzzKind.Any, 0);
            case 1:
                _scope.Locals.AddRange([(first, FuzzKind.Any), (second, FuzzKind.Any)]);
                return $"[{first}, {second}]";
            case 2:
                _scope.Locals.Add((first, FuzzKind.Any));
                return $"{{\"{_values.MemberName()}\": {first}}}";
            default:
                _scope.Locals.Add((first, _dice.Pick(FuzzKind.Any, FuzzKind.Number, FuzzKind.Text, FuzzKind.Array)));
                return first;
        }
    }

    private void Definitions(Func<string> head, Func<string>? tail = null)
    {
        for (var definitions = 1 + _dice.Next(3); definitions > 0; definitions--)
        {
            var body = Lines(1 + _dice.Next(3));
            _lines.Add($"{head()} if {{\n{body}\n}}{tail?.Invoke()}");
            _scope.Reset(0);
        }
    }

    private string Lines(int most) => string.Join('\n', _bodies.Body(most, 3).Select(line => "\t" + line));

    private string Head() => _dice.Chance(60) ? _terms.Known(FuzzKind.Any) : _terms.Term(FuzzKind.Any, 2);

    // What `some` declares has to be read.
    private static string OnlyUsed(string rule)
    {
        var counts = Declared().Matches(rule).CountBy(m => m.Value).ToDictionary();
        return Declared().Replace(rule, m => counts[m.Value] == 1 ? "_" : m.Value);
    }

    private string Else(FuzzKind kind, int mark = 0)
    {
        if (!_dice.Chance(25))
            return "";
        _scope.Reset(mark);
        var body = Lines(1);
        var text = $" else := {_terms.Term(kind, 1)} if {{\n{body}\n}}";
        _scope.Reset(mark);
        return text + (_dice.Chance(30) ? $" else := {_values.Constant(kind)}" : "");
    }

    private void Know(string name, string term, FuzzKind kind)
    {
        _names.Add(name);
        _scope.Rules.Add((term, kind));
        if (kind is FuzzKind.Object or FuzzKind.Array or FuzzKind.Set && _dice.Chance(50))
            _scope.Rules.Add(($"{term}[_]", FuzzKind.Any));
    }

    [GeneratedRegex(@"\bu\d+\b")]
    private static partial Regex Declared();
}
