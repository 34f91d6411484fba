using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Benchmarks;

/// <summary>The options of <c>.editorconfig</c> and of the build, as the compiler hands them to analyzers.</summary>
internal sealed class FileOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _configs;
    private readonly Dictionary<string, Values> _values = [];

    private FileOptions(AnalyzerConfigSet configs)
    {
        _configs = configs;
        GlobalOptions = new Values(configs.GlobalConfigOptions.AnalyzerOptions);
    }

    public override AnalyzerConfigOptions GlobalOptions { get; }

    public static FileOptions Read(IEnumerable<string> paths) =>
        new(AnalyzerConfigSet.Create(paths.Select(path => AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(path)), path)).ToList()));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

    private Values Of(string path)
    {
        if (!_values.TryGetValue(path, out var values))
            _values[path] = values = new(_configs.GetOptionsForSourcePath(path).AnalyzerOptions);
        return values;
    }

    private sealed class Values(ImmutableDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => options.TryGetValue(key, out value);
    }
}
