using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>Tells whether the app registers services under keys of its own, which then need not be models. Looked for once, and only when a key is no model.</summary>
internal sealed class KeyedRegistrations(Compilation compilation)
{
    private static readonly string[] s_signs = ["AddKeyed", ".KeyedSingleton", ".KeyedScoped", ".KeyedTransient", ".DescribeKeyed"];

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
            foreach (var sign in s_signs)
                if (text.IndexOf(sign, StringComparison.Ordinal) >= 0)
                    return true;
        }

        return false;
    }
}
