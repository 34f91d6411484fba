using System.Buffers;
using System.Text.Json;

namespace MicroApps;

/// <summary>Typed reading of JSON with the place of every error.</summary>
internal ref struct PriceFileReader(string fileName, ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<char> s_nameChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private const decimal MaxUsd = 1_000_000;
    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });

    private long _nameAt;

    /// <summary>Where the current token starts, in bytes.</summary>
    public readonly long Position => _reader.TokenStartIndex;

    public void Read()
    {
        try
        {
            if (!_reader.Read())
                throw Fail(_json.Length, "The file ends too early. Close what is open.");
        }
        catch (JsonException e)
        {
            throw new PriceCatalogueException(
                fileName, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "This is not JSON. Check for a missing comma, quote or bracket before this place.");
        }
    }

    public void End()
    {
        try
        {
            if (!_reader.Read())
                return;
        }
        catch (JsonException)
        {
            // Reported below: whatever follows, it does not belong here.
        }

        throw Fail(_reader.BytesConsumed, "Something follows the end of the price list. Remove it.");
    }

    public long BeginObject(string what) => Expect(JsonTokenType.StartObject, what + " in braces");

    public long BeginArray(string what) => Expect(JsonTokenType.StartArray, what + " in brackets");

    /// <summary>Moves to the value of the next property; null at the end of the object.</summary>
    public string? NextProperty(HashSet<string> seen)
    {
        Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
            return null;
        _nameAt = Position;
        var name = Unescape();
        if (!seen.Add(name))
            throw Fail(_nameAt, $"'{name}' is here twice. Remove one.");
        Read();
        return name;
    }

    /// <summary>Moves to the next item; false at the end of the array.</summary>
    public bool NextItem()
    {
        Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    public string Text()
    {
        Expect(JsonTokenType.String, "text in quotes");
        return Unescape();
    }

    public string Name()
    {
        var text = Text();
        return text.Length is > 0 and <= 64 && !text.AsSpan().ContainsAnyExcept(s_nameChars)
            ? text
            : throw Fail(Position, "A provider's name has 1 to 64 lower-case letters, digits and '-'.");
    }

    public string ModelPattern()
    {
        var text = Text();
        var star = text.IndexOf('*', StringComparison.Ordinal);
        return text.Length is > 0 and <= 200 && !text.AsSpan().ContainsAnyExceptInRange('!', '~') && (star < 0 || star == text.Length - 1)
            ? text
            : throw Fail(Position, "A model id has 1 to 200 visible ASCII characters; '*' may stand at its end only.");
    }

    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", out var date) ? date : throw Fail(Position, "This is not a date. Write it as \"2026-01-31\".");

    public bool Flag() => _reader.TokenType is JsonTokenType.True or JsonTokenType.False
        ? _reader.GetBoolean()
        : throw Fail(Position, "Expected true or false.");

    public long Count(long max)
    {
        Expect(JsonTokenType.Number, "a number");
        return _reader.TryGetInt64(out var count) && count > 0 && count <= max
            ? count
            : throw Fail(Position, $"Expected a whole number from 1 to {max}.");
    }

    /// <summary>Dollars in the file, nano-dollars in the program.</summary>
    public long Money()
    {
        Expect(JsonTokenType.Number, "a number");
        if (!_reader.TryGetDecimal(out var usd) || usd < 0 || usd > MaxUsd)
            throw Fail(Position, $"Expected US dollars from 0 to {MaxUsd}.");
        var nano = usd * MicroApps.Money.NanoPerUsd;
        return nano == decimal.Truncate(nano) ? (long)nano : throw Fail(Position, "A price has at most nine decimals. Round it up.");
    }

    public readonly PriceCatalogueException Missing(long place, string name) => Fail(place, $"This price has no '{name}'. Add it.");

    public readonly PriceCatalogueException Unknown(string name, string known) => Fail(_nameAt, $"'{name}' is not known here. Known are: {known}.");

    public readonly PriceCatalogueException Fail(long place, string problem)
    {
        var before = _json[..(int)Math.Min(place, _json.Length)];
        var line = before.Count((byte)'\n') + 1;
        return new PriceCatalogueException(fileName, line, before.Length - before.LastIndexOf((byte)'\n'), problem);
    }

    private readonly long Expect(JsonTokenType type, string what) =>
        _reader.TokenType == type ? Position : throw Fail(Position, $"Expected {what}.");

    private readonly string Unescape()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new PriceCatalogueException(fileName, 0, 0, "The file holds text that is not UTF-8. Save it as UTF-8.", e);
        }
    }
}
