using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>The mode <c>enforce</c>: some rules are errors then that nothing in the project changes. Tests are left out.</summary>
internal static class Enforcement
{
    /// <summary>The property of the project that says, with true, that it is a test project.</summary>
    public const string IsTest = "build_property.IsTestProject";

    private const string Mode = "build_property.MicroAppGovernance";

    // NotConfigurable: no .editorconfig, no NoWarn, no pragma. Compiler: no SuppressMessage, which the other one lets through.
    private static readonly string[] s_tags = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    /// <summary>The form of a rule in this mode.</summary>
    public static DiagnosticDescriptor Enforced(this DiagnosticDescriptor rule) => new(
        rule.Id, rule.Title, rule.MessageFormat, rule.Category, DiagnosticSeverity.Error, isEnabledByDefault: true, rule.Description, rule.HelpLinkUri,
        [.. rule.CustomTags, .. s_tags]);

    /// <summary>The form of a rule in the mode of the project.</summary>
    public static DiagnosticDescriptor Form(this AnalyzerOptions options, DiagnosticDescriptor rule, DiagnosticDescriptor enforced) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions is var global && global.Holds(Mode, "enforce") && !global.Holds(IsTest, "true") ? enforced : rule;

    /// <summary>Whether a property of the project has a value, in capitals or small letters.</summary>
    public static bool Holds(this AnalyzerConfigOptions options, string property, string value) =>
        options.TryGetValue(property, out var text) && string.Equals(text.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
