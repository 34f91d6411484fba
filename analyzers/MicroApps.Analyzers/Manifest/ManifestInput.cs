using System.Globalization;
using MicroApps.Rego;

namespace MicroApps.Analyzers;

/// <summary>The manifest as <c>input</c> of policies: the fields as they are written, by YAML's core schema, so that a policy can judge an invalid manifest too.</summary>
internal static class ManifestInput
{
    public static RegoValue Of(YamlNode node) => node switch
    {
        YamlMap map => Of(map),
        YamlList list => new ArrayValue([.. list.Items.Select(Of)]),
        YamlScalar scalar => Of(scalar),
        _ => RegoValue.Null,
    };

    private static ObjectValue Of(YamlMap map)
    {
        Dictionary<RegoValue, RegoValue> fields = [];
        foreach (var entry in map.Entries)
            fields[RegoValue.From(entry.Key.Text)] = Of(entry.Value);
        return ObjectValue.From(fields);
    }

    private static RegoValue Of(YamlScalar scalar)
    {
        var text = scalar.Text;
        if (scalar.IsText)
            return RegoValue.From(text);
        if (scalar.IsNull)
            return RegoValue.Null;
        if (text[0] is 't' or 'T' or 'f' or 'F')
            return text[0] is 't' or 'T' ? RegoValue.True : RegoValue.False;
        // What JSON cannot write, such as .inf or 0x1F, is a text.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? RegoValue.Parse(number.ToString(CultureInfo.InvariantCulture)) : RegoValue.From(text);
    }
}
