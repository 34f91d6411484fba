using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>Tells whether a project's sources hold one of a few words anywhere. Looked for once, and only when something is about to be told that they would explain.</summary>
internal sealed class SourceSigns(Compilation compilation, params string[] signs)
{
    private readonly object _gate = new();
    private bool? _any;

    public bool Any(CancellationToken cancellation)
    {
        lock (_gate)
            return _any ??= Search(cancellation);
    }

    private bool Search(CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = tree.GetText(cancellation).ToString();
            foreach (var sign in signs)
                if (text.IndexOf(sign, StringComparison.Ordinal) >= 0)
                    return true;
        }

        return false;
    }
}
