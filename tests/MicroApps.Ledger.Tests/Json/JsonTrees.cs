using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Ledger.Tests;

/// <summary>Random JSON data: null, bool, long, double, string, list, or dictionary; and two independent ways to write it.</summary>
internal static class JsonTrees
{
    // Each alphabet letter is whole Unicode text; the odd ones sort differently in UTF-8 and UTF-16, or need escapes.
    private static readonly string[] Letters =
        ["a", "b", "Z", "0", " ", "/", "\"", "\\", "\n", "\t", "\b", "\f", "\r", "\0", "\u001f", "\u007f", "ö", "€", "\u2028", "\uE000", "\uFFFD", "\U00010000", "😂"];

    internal static readonly Gen<string> Text =
        UpTo(12, Gen.Elements(Letters)).Select(string.Concat);

    private static readonly Gen<long> Integer =
        Gen.OneOf(Gen.Choose(-1000, 1000).Select(i => (long)i), Gen.Choose(0, 62).Select(s => (1L << s) % CanonicalJson.MaxInteger));

    private static readonly Gen<double> Double =
        ArbMap.Default.GeneratorFor<ulong>().Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite);

    /// <summary>Everything the writer takes.</summary>
    internal static Gen<object?> Restricted(int depth = 4) => Tree(depth, Scalars);

    /// <summary>With doubles too.</summary>
    internal static Gen<object?> Full(int depth = 4) => Tree(depth, Gen.OneOf(Scalars, Double.Select(d => (object?)d)));

    private static readonly Gen<object?> Scalars = Gen.OneOf(
        Gen.Constant((object?)null), Gen.Elements<object?>(true, false), Text.Select(t => (object?)t), Integer.Select(i => (object?)i));

    private static Gen<object?> Tree(int depth, Gen<object?> scalars)
    {
        if (depth == 0)
            return scalars;
        var inner = Tree(depth - 1, scalars);
        var list = UpTo(5, inner).Select(items => (object?)items.ToList());
        var property = from name in Text from value in inner select (name, value);
        var map = UpTo(5, property).Select(all => (object?)all.DistinctBy(p => p.name).ToDictionary(p => p.name, p => p.value));
        return Gen.OneOf(scalars, list, map);
    }

    // ListOf without a length grows with the test size at every level of nesting.
    private static Gen<IEnumerable<T>> UpTo<T>(int most, Gen<T> item) =>
        from length in Gen.Choose(0, most) from items in item.ListOf(length) select items.AsEnumerable();

    /// <summary>As System.Text.Json writes it: insertion order, its own escapes, white space.</summary>
    internal static byte[] ToPlainJson(object? tree)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
            Write(writer, tree);
        return output.WrittenSpan.ToArray();
    }

    internal static void Write(CanonicalJsonWriter writer, object? tree)
    {
        switch (tree)
        {
            case null: writer.WriteNullValue(); break;
            case bool value: writer.WriteBooleanValue(value); break;
            case long value: writer.WriteNumberValue(value); break;
            case string value: writer.WriteStringValue(value); break;
            case List<object?> items:
                writer.WriteStartArray();
                items.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case Dictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var name in map.Keys.Order(StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, map[name]);
                }
                writer.WriteEndObject();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, object? tree)
    {
        switch (tree)
        {
            case null: writer.WriteNullValue(); break;
            case bool value: writer.WriteBooleanValue(value); break;
            case long value: writer.WriteNumberValue(value); break;
            case double value: writer.WriteNumberValue(value); break;
            case string value: writer.WriteStringValue(value); break;
            case List<object?> items:
                writer.WriteStartArray();
                items.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case Dictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var (name, value) in map)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }
                writer.WriteEndObject();
                break;
        }
    }

    internal static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));
}
