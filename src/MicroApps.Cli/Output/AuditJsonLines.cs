using System.Text.Json;

namespace MicroApps.Cli;

/// <summary>Audit records as JSON lines. The record stands there byte for byte, so that its hash can be recomputed.</summary>
internal sealed class AuditJsonLines(TextWriter output) : IAuditOutput
{
    public int Unreadable { get; private set; }

    public void Add(AuditRecord record) => output.WriteLine(JsonText.Write(json =>
    {
        json.WriteNumber("index", record.Index);
        json.WriteString("leaf_hash", record.LeafHash.ToString());
        if (AuditLeaf.TryParse(record.Entry.Leaf, out _))
        {
            json.WritePropertyName("leaf");
            json.WriteRawValue(record.Entry.Leaf.Span, skipInputValidation: true);
        }
        else
        {
            Unreadable++;
            json.WriteBase64String("leaf_base64", record.Entry.Leaf.Span);
        }
    }));

    public void Close()
    {
    }
}
