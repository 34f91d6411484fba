using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroApps.Tests;

/// <summary>Everything that can be read off an object and all that it refers to, as text: to look for values that should not be there.</summary>
internal static class ObjectText
{
    public static string Of(object? root)
    {
        var text = new StringBuilder();
        Write(root, text, new HashSet<object>(ReferenceEqualityComparer.Instance), 0);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text, HashSet<object> seen, int depth)
    {
        switch (value)
        {
            case null or Type or MemberInfo or Delegate or Assembly or JsonSerializerOptions:
                return;
            case string plain:
                text.Append(plain).Append('\n').Append(Uri.UnescapeDataString(plain)).Append('\n');
                return;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } element:
                WriteJson(element, text);
                return;
            case JsonNode node:
                WriteJson(JsonSerializer.SerializeToElement(node), text);
                return;
            case ReadOnlyMemory<byte> bytes:
                var content = Encoding.UTF8.GetString(bytes.Span);
                text.Append(content).Append('\n').Append(Regex.Replace(content, @"\\u([0-9a-fA-F]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString())).Append('\n');
                return;
            case Uri uri:
                Write(uri.OriginalString, text, seen, depth);
                return;
            case IFormattable number:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture)).Append('\n');
                return;
        }

        if (depth > 20 || (!value.GetType().IsValueType && !seen.Add(value)))
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Write(item, text, seen, depth + 1);
        }

        if (value.GetType().Namespace is { } name && name.StartsWith("System", StringComparison.Ordinal) && value is not DictionaryEntry && !value.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal))
            return;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
            Write(Read(property, value), text, seen, depth + 1);
    }

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static void WriteJson(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    text.Append(property.Name).Append('\n');
                    WriteJson(property.Value, text);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    WriteJson(item, text);
                break;
            default:
                text.Append(element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? number.ToString("0.####", CultureInfo.InvariantCulture) : element.ToString()).Append('\n');
                break;
        }
    }
}
