using System.Globalization;

namespace MicroApps.Rego;

/// <summary>What is known of the values that a term can have. Where a part is null, nothing is known of it yet.</summary>
/// <param name="size">How many types it is made of.</param>
/// <param name="depth">How deeply they are nested.</param>
/// <param name="isUnknown">Whether a part of it is not known yet.</param>
/// <param name="hash">Equal for equal types.</param>
internal abstract class RegoType(int size, int depth, bool isUnknown, int hash) : IEquatable<RegoType>
{
    // Types grow with policies: what is larger is taken for any value, so that a check ends soon and nothing is refused wrongly.
    private const int SizeLimit = 2_000, DepthLimit = 60;

    /// <summary>Any value at all.</summary>
    public static RegoType Any { get; } = new UnionType([]);

    public static RegoType Null { get; } = new ScalarType(RegoKind.Null);

    public static RegoType Boolean { get; } = new ScalarType(RegoKind.Boolean);

    public static RegoType Number { get; } = new ScalarType(RegoKind.Number);

    public static RegoType String { get; } = new ScalarType(RegoKind.String);

    public int Size { get; } = size;

    public int Depth { get; } = depth;

    public bool IsUnknown { get; } = isUnknown;

    public bool IsAny => this is UnionType { Options.Count: 0 };

    /// <summary>Whether a part is not known, or nothing is.</summary>
    public static bool Unknown(RegoType? type) => type is null || type.IsUnknown;

    /// <summary>The type, unless it is too large to be worth it.</summary>
    public RegoType Bounded() => Size > SizeLimit || Depth > DepthLimit ? Any : this;

    public bool Equals(RegoType? other) => ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode() && Size == other.Size && Same(other));

    public sealed override bool Equals(object? obj) => Equals(obj as RegoType);

    public sealed override int GetHashCode() => hash;

    /// <summary>Whether it has the same parts.</summary>
    protected abstract bool Same(RegoType other);

    protected static int Sum(IEnumerable<RegoType?> parts) => (int)Math.Min(1_000_000, parts.Sum(p => (long)(p?.Size ?? 0)) + 1);

    protected static int Deepest(IEnumerable<RegoType?> parts) => parts.Select(p => p?.Depth ?? 0).DefaultIfEmpty(0).Max() + 1;

    protected static int Hash(int seed, IEnumerable<RegoType?> parts) => parts.Aggregate(seed, (sum, p) => unchecked(sum * 31 + (p?.GetHashCode() ?? 7)));

    protected static string Text(RegoType? type) => type?.ToString() ?? "???";
}

/// <summary>null, booleans, numbers or strings.</summary>
internal sealed class ScalarType(RegoKind kind) : RegoType(1, 1, false, (int)kind + 1)
{
    public RegoKind Kind => kind;

    public override string ToString() => kind.ToString().ToLowerInvariant();

    protected override bool Same(RegoType other) => other is ScalarType scalar && scalar.Kind == kind;
}

/// <summary>Arrays: of some elements, or of any number of them that have one type, or both.</summary>
internal sealed class ArrayType(IReadOnlyList<RegoType?> items, RegoType? rest)
    : RegoType(Sum([.. items, rest]), Deepest([.. items, rest]), items.Any(Unknown) || (rest?.IsUnknown ?? false), Hash(11, [.. items, rest]))
{
    public IReadOnlyList<RegoType?> Items => items;

    public RegoType? Rest => rest;

    public RegoType? At(int index) => index < items.Count ? items[index] : rest;

    public override string ToString() => items.Count == 0 && rest is not null ? $"array[{rest}]" : $"array<{string.Join(", ", items.Select(Text))}>{(rest is null ? "" : $"[{rest}]")}";

    protected override bool Same(RegoType other) =>
        other is ArrayType array && items.SequenceEqual(array.Items) && Equals(rest, array.Rest);
}

/// <summary>Sets.</summary>
internal sealed class SetType(RegoType? of) : RegoType(Sum([of]), Deepest([of]), Unknown(of), Hash(13, [of]))
{
    public RegoType? Of => of;

    public override string ToString() => $"set[{Text(of)}]";

    protected override bool Same(RegoType other) => other is SetType set && Equals(of, set.Of);
}

/// <summary>One of several types; without any, whatever value.</summary>
internal sealed class UnionType(IReadOnlyCollection<RegoType> options)
    : RegoType(Sum(options), Deepest(options), false, options.Aggregate(17, (sum, o) => unchecked(sum + o.GetHashCode())))
{
    public IReadOnlyCollection<RegoType> Options => options;

    public override string ToString() => options.Count == 0 ? "any" : $"any<{string.Join(", ", options.Select(o => o.ToString()).OrderBy(o => o, StringComparer.Ordinal))}>";

    protected override bool Same(RegoType other) => other is UnionType union && union.Options.Count == options.Count && options.All(union.Options.Contains);
}

/// <summary>Functions: what they take and what they answer; nothing when they answer nothing.</summary>
internal sealed class FunctionType(IReadOnlyList<RegoType?> arguments, RegoType? result)
    : RegoType(Sum([.. arguments, result]), Deepest([.. arguments, result]), arguments.Any(Unknown) || (result?.IsUnknown ?? false), Hash(19, [.. arguments, result]))
{
    public IReadOnlyList<RegoType?> Arguments => arguments;

    public RegoType? Result => result;

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "({0}) => {1}", string.Join(", ", arguments.Select(Text)), Text(result));

    protected override bool Same(RegoType other) => other is FunctionType function && arguments.SequenceEqual(function.Arguments) && Equals(result, function.Result);
}
