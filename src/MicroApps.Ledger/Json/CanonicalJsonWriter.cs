using System.Buffers;
using System.Buffers.Text;

namespace MicroApps.Ledger;

/// <summary>
/// Writes one JSON value straight in canonical form (RFC 8785): the caller gives the properties of each object in the order of
/// <see cref="StringComparer.Ordinal"/>, and the bytes are those that <see cref="CanonicalJson"/> would give.
/// </summary>
/// <remarks>
/// No allocation once warm: keep the writer and <see cref="Reset"/> it. Not safe for several threads. After an exception the output is
/// incomplete and must be thrown away.
/// </remarks>
/// <param name="output">Receives UTF-8.</param>
public sealed class CanonicalJsonWriter(IBufferWriter<byte> output)
{
    private readonly IBufferWriter<byte> _output = output ?? throw new ArgumentNullException(nameof(output));

    // Frame 0 stands for the document: a list of exactly one value.
    private JsonFrame[] _frames = new JsonFrame[8];
    private int _depth;
    private bool _named;

    /// <summary>True when one whole value has been written.</summary>
    public bool IsComplete => _depth == 0 && _frames[0].Count == 1;

    /// <summary>Makes the writer ready for the next value; the output is the caller's to reset.</summary>
    public void Reset()
    {
        Array.Clear(_frames);
        _depth = 0;
        _named = false;
    }

    /// <summary>Opens an object.</summary>
    /// <exception cref="CanonicalJsonException">More than <see cref="CanonicalJson.MaxDepth"/> levels.</exception>
    public void WriteStartObject() => Open(isObject: true, "{"u8);

    /// <summary>Closes the innermost object.</summary>
    public void WriteEndObject() => Close(isObject: true, "}"u8);

    /// <summary>Opens an array.</summary>
    /// <exception cref="CanonicalJsonException">More than <see cref="CanonicalJson.MaxDepth"/> levels.</exception>
    public void WriteStartArray() => Open(isObject: false, "["u8);

    /// <summary>Closes the innermost array.</summary>
    public void WriteEndArray() => Close(isObject: false, "]"u8);

    /// <summary>Writes the name of the next property.</summary>
    /// <exception cref="CanonicalJsonException">It does not follow the one before in ordinal order, is there twice, or holds a lone surrogate.</exception>
    public void WritePropertyName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ref var frame = ref _frames[_depth];
        if (!frame.IsObject || _named)
            throw new InvalidOperationException("A property name is only possible in an object, after a whole property.");
        var previous = frame.Name;
        frame.Name = name;
        if (previous is not null)
        {
            CheckOrder(previous, name);
            _output.Write(","u8);
        }
        WriteText(name);
        _output.Write(":"u8);
        _named = true;
    }

    /// <summary>Writes a string; null becomes the literal null.</summary>
    /// <exception cref="CanonicalJsonException">The string holds a lone surrogate.</exception>
    public void WriteStringValue(string? value)
    {
        BeginValue();
        if (value is null)
            _output.Write("null"u8);
        else
            WriteText(value);
    }

    /// <summary>Writes an integer that every JSON reader can hold.</summary>
    /// <exception cref="CanonicalJsonException">The magnitude is above <see cref="CanonicalJson.MaxInteger"/>.</exception>
    public void WriteNumberValue(long value)
    {
        BeginValue();
        if (value is > CanonicalJson.MaxInteger or < -CanonicalJson.MaxInteger)
            throw Refuse("The integer is outside ±(2^53 − 1), where JSON readers lose precision: write it as a string.");
        Utf8Formatter.TryFormat(value, _output.GetSpan(EcmaScriptNumber.MaxLength), out var length);
        _output.Advance(length);
    }

    internal void WriteNumberValue(double value)
    {
        BeginValue();
        if (!double.IsFinite(value))
            throw Refuse("The number does not fit an IEEE 754 double: write it as a string.");
        _output.Advance(EcmaScriptNumber.Format(value, _output.GetSpan(EcmaScriptNumber.MaxLength)));
    }

    /// <summary>Writes true or false.</summary>
    public void WriteBooleanValue(bool value)
    {
        BeginValue();
        _output.Write(value ? "true"u8 : "false"u8);
    }

    /// <summary>Writes null.</summary>
    public void WriteNullValue()
    {
        BeginValue();
        _output.Write("null"u8);
    }

    /// <summary>Copies a value that is canonical already, such as the result of <see cref="CanonicalJson.Canonicalize(ReadOnlySpan{byte})"/>; it is not checked again.</summary>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public void WriteRawValue(ReadOnlySpan<byte> canonical)
    {
        if (canonical.IsEmpty)
            throw new ArgumentException("A JSON value has at least one byte.", nameof(canonical));
        BeginValue();
        _output.Write(canonical);
    }

    /// <summary>Writes a string property; null becomes the literal null.</summary>
    /// <inheritdoc cref="WritePropertyName" path="/exception"/>
    public void WriteString(string name, string? value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes an integer property.</summary>
    /// <inheritdoc cref="WriteNumberValue(long)" path="/exception"/>
    public void WriteNumber(string name, long value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a boolean property.</summary>
    /// <inheritdoc cref="WritePropertyName" path="/exception"/>
    public void WriteBoolean(string name, bool value)
    {
        WritePropertyName(name);
        WriteBooleanValue(value);
    }

    private void BeginValue()
    {
        ref var frame = ref _frames[_depth];
        if (frame.IsObject ? !_named : _depth == 0 && frame.Count == 1)
            throw new InvalidOperationException(frame.IsObject ? "A value in an object needs its name first." : "The document is complete.");
        if (!frame.IsObject && frame.Count > 0)
            _output.Write(","u8);
        frame.Count++;
        _named = false;
    }

    private void Open(bool isObject, ReadOnlySpan<byte> bracket)
    {
        BeginValue();
        if (_depth == CanonicalJson.MaxDepth)
            throw Refuse($"The data is nested deeper than {CanonicalJson.MaxDepth} levels: flatten it.");
        _output.Write(bracket);
        if (++_depth == _frames.Length)
            Array.Resize(ref _frames, _frames.Length * 2);
        _frames[_depth] = new JsonFrame { IsObject = isObject };
    }

    private void Close(bool isObject, ReadOnlySpan<byte> bracket)
    {
        if (_depth == 0 || _frames[_depth].IsObject != isObject || _named)
            throw new InvalidOperationException("There is no such object or array to close here.");
        _depth--;
        _output.Write(bracket);
    }

    private void WriteText(string text)
    {
        if (!CanonicalText.TryWrite(_output, text))
            throw Refuse("The string is not valid Unicode: remove the invalid bytes or lone surrogates.");
    }

    private void CheckOrder(string previous, string name)
    {
        var order = string.CompareOrdinal(previous, name);
        if (order == 0)
            throw Refuse("The property is there twice: keep one.");
        if (order > 0)
            throw Refuse("The property comes after one that sorts behind it: write properties in ordinal order of their names.");
    }

    internal CanonicalJsonException Refuse(string message) => new(message, JsonFrame.Path(_frames.AsSpan(1, _depth)));
}
