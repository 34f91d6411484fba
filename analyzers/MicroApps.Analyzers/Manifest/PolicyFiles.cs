using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>The policies among the additional files, and the documents beside them.</summary>
internal sealed class PolicyFiles
{
    private const string Folder = "policies";

    private static readonly char[] s_separators = ['/', '\\'];

    private PolicyFiles(IReadOnlyList<ContentFile> modules, IReadOnlyList<ContentFile> documents)
    {
        (Modules, Documents) = (modules, documents);
        Key = string.Concat(modules.Concat(documents).Select(file => file.Key));
    }

    public IReadOnlyList<ContentFile> Modules { get; }

    public IReadOnlyList<ContentFile> Documents { get; }

    /// <summary>The same for the same files.</summary>
    public string Key { get; }

    public static bool IsModule(string path) => path.EndsWith(".rego", StringComparison.OrdinalIgnoreCase);

    /// <summary>JSON counts only in a folder <c>policies</c>: elsewhere it has other purposes.</summary>
    public static bool IsDocument(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && PathOf(path).Count > 0;

    public static PolicyFiles In(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        List<ContentFile> modules = [], documents = [];
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            var list = IsModule(file.Path) ? modules : IsDocument(file.Path) ? documents : null;
            if (list is not null && ContentFile.Open(file, cancellation) is { } content)
                list.Add(content);
        }

        return new(modules, documents);
    }

    /// <summary>The steps from the folder <c>policies</c> to a file; empty when it lies elsewhere.</summary>
    public static IReadOnlyList<string> PathOf(string path)
    {
        var steps = path.Split(s_separators);
        for (var i = steps.Length - 2; i >= 0; i--)
            if (string.Equals(steps[i], Folder, StringComparison.OrdinalIgnoreCase))
                return [.. steps.Skip(i + 1)];
        return [];
    }
}
