using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP4002: the runtime would refuse the manifest. Says what it would say, at the same places.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP4002ManifestInvalid : DiagnosticAnalyzer
{
    internal const string Id = "MAPP4002";
    internal const int Most = 20;

    /// <summary>The property of a diagnostic that names the field that is missing.</summary>
    internal const string MissingKey = "missing";

    /// <summary>The property of a diagnostic that names the field that does not exist.</summary>
    internal const string UnknownKey = "unknown";

    /// <summary>The property beside it that names the field that may be meant.</summary>
    internal const string MeantKey = "meant";

    // As the reader says it.
    private const string Missing = "this field is missing", Remove = "Remove it; the fields are ", Write = "Write '", OrRemove = "', or remove it";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "App manifest invalid",
        "{0}{1}. {2}.",
        Categories.Manifest,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The app does not start with a manifest that is not valid.",
        Categories.HelpOf(Id));

    private static readonly DiagnosticDescriptor s_enforced = Rule.Enforced();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, s_enforced];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!ManifestSource.Is(context.AdditionalFile) || ContentFile.Open(context.AdditionalFile, context.CancellationToken) is not { } file)
            return;
        foreach (var error in ManifestSource.Read(file).Errors.Take(Most))
        {
            var field = error.Field.Length == 0 ? "" : error.Field + ": ";
            context.ReportDiagnostic(Diagnostic.Create(context.Options.Form(Rule, s_enforced), file.At(error.Line, error.Column), PropertiesOf(error), field, error.Message, error.Mend));
        }
    }

    private static ImmutableDictionary<string, string?>? PropertiesOf(ManifestError error)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        if (error.Message == Missing)
            return none.Add(MissingKey, error.Field);
        if (error.Mend.StartsWith(Remove, StringComparison.Ordinal))
            return none.Add(UnknownKey, error.Field);
        return error.Mend.StartsWith(Write, StringComparison.Ordinal) && error.Mend.EndsWith(OrRemove, StringComparison.Ordinal)
            ? none.Add(UnknownKey, error.Field).Add(MeantKey, error.Mend.Substring(Write.Length, error.Mend.Length - Write.Length - OrRemove.Length)) : null;
    }
}
