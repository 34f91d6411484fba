using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>A single value as it is written. What an unquoted value means is decided by the core schema of YAML 1.2, as editors do.</summary>
internal sealed class YamlScalar(int line, int column, string text, bool quoted) : YamlNode(line, column)
{
    private static readonly Regex Number = new(
        @"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
        RegexOptions.CultureInvariant);

    public string Text => text;

    public bool Quoted => quoted;

    public bool IsNull => !quoted && text is "" or "~" or "null" or "Null" or "NULL";

    public bool IsText => quoted || !(IsNull || IsFlag || Number.IsMatch(text));

    public override string Noun => "a single value";

    private bool IsFlag => text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";
}
