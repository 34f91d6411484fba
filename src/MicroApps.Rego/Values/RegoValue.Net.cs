using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MicroApps.Rego;

/// <content>Values from what System.Text.Json has; on .NET only.</content>
public abstract partial class RegoValue
{
    /// <summary>A value from parsed JSON, without writing and parsing it again: numbers keep their text, and of equal keys the last wins.</summary>
    /// <exception cref="FormatException">Arrays and objects are nested more than 1,000 deep.</exception>
    /// <exception cref="ArgumentException">The element has no value: it is of no document.</exception>
    public static RegoValue From(JsonElement element) => JsonElementReader.Read(element);

    /// <summary>A value from an object of .NET, as System.Text.Json writes it.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">How it is written: of a source-generated context, so that nothing is looked up by reflection.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    /// <exception cref="JsonException">It refers to itself, or is nested more deeply than the options of the type allow; for types that write themselves, <see cref="InvalidOperationException"/>.</exception>
    public static RegoValue From<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Parse(JsonSerializer.SerializeToUtf8Bytes(value, type));
    }
}
