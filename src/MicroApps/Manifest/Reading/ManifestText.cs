using System.Text;

namespace MicroApps;

/// <summary>From text to manifest, without touching files: the part that build-time analysis shares.</summary>
internal static class ManifestText
{
    public const int MaxBytes = 256 * 1024;

    public static ManifestReading Read(string yaml, string fileName, Func<string, FileHash>? hash)
    {
        var errors = new ManifestErrors(fileName);
        var text = yaml.Length > 0 && yaml[0] == '\uFEFF' ? yaml.Substring(1) : yaml;
        YamlNode? root = null;
        Manifest? manifest = null;
        if (Fits(text, errors) && IsClean(text, errors))
        {
            root = YamlTree.Read(text, errors);
            if (root is null && errors.Count == 0) errors.Add(1, 1, "", "the file is empty", "Start with 'schema: 1', 'id:' and 'name:'");
            if (root is not null) manifest = ManifestShape.Root.Read(root, "", new(errors, hash)) as Manifest;
        }

        return new(errors.Count == 0 ? manifest : null, errors.Sorted(), root);
    }

    private static bool Fits(string text, ManifestErrors errors)
    {
        if (text.Length <= MaxBytes && Encoding.UTF8.GetByteCount(text) <= MaxBytes) return true;
        errors.Add(1, 1, "", $"the file is larger than {MaxBytes / 1024} KiB", "Move long texts into files of their own");
        return false;
    }

    /// <summary>Finds what the parser would pass over in silence (a NUL ends its input) or explain badly (tabs).</summary>
    private static bool IsClean(string text, ManifestErrors errors)
    {
        var (line, start, indent) = (1, 0, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') (line, start, indent) = (line + 1, i + 1, true);
            else if (c == '\t' && indent) errors.Add(line, i - start + 1, "", "a tab is used as indentation", "Use spaces");
            else if (char.IsControl(c) && c is not ('\r' or '\t') || c == '\uFFFE' || c == '\uFFFF')
                errors.Add(line, i - start + 1, "", "there is a control character", "Remove it; save the file as UTF-8 text");
            if (c is not (' ' or '\n')) indent = false;
        }

        return errors.Count == 0;
    }
}
