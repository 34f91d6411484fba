using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Finds the hosts that requests go to.</summary>
internal sealed class EgressUse
{
    /// <summary>How a host is reached that is declared by its name alone.</summary>
    public const string Plain = "https";

    private static readonly string[] s_schemes = ["https://", "http://", "wss://", "ws://"];

    private readonly HttpAddresses _addresses;

    private EgressUse(HttpAddresses addresses) => _addresses = addresses;

    public static EgressUse? In(Compilation compilation) => HttpAddresses.In(compilation) is { } addresses ? new(addresses) : null;

    /// <summary>The host of a request; null when it is not known, is on this machine, or serves models, which is the matter of MAPP2003.</summary>
    public CapabilityUse? Of(OperationAnalysisContext context)
    {
        var address = context.Operation switch
        {
            IInvocationOperation call => _addresses.Of(call),
            IObjectCreationOperation creation => _addresses.Of(creation),
            _ => _addresses.Of((ISimpleAssignmentOperation)context.Operation),
        };
        if (address?.SemanticModel is not { } model || address.Syntax is not ExpressionSyntax expression || AddressText.Of(expression, model, context.CancellationToken) is not { } text)
            return null;
        var hosts = context.Options.AnalyzerConfigOptionsProvider.GetOptions(expression.SyntaxTree).List(RuleOptions.AdditionalHosts);
        return HostOf(text) is var (host, isPlain) && host is not null && EndpointText.Find(text, isPart: false, hosts) is null
            ? new(CapabilityUse.Egress, host, isPlain ? Plain : null, expression.GetLocation()) : null;
    }

    private static (string? Host, bool IsPlain) HostOf(string text)
    {
        foreach (var scheme in s_schemes)
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                var end = text.IndexOfAny(['/', '?', '#', ':'], scheme.Length);
                var host = text.Substring(scheme.Length, (end < 0 ? text.Length : end) - scheme.Length).ToLowerInvariant();
                // Only what a manifest can declare: no address in numbers, no name without a dot, nothing that is put together at run time.
                return (MayBeDeclared(host) ? host : null, scheme is "https://" or "wss://" && (end < 0 || text[end] != ':'));
            }

        return (null, false);
    }

    private static bool MayBeDeclared(string host) => Kinds.Host.Read(new YamlScalar(1, 1, host, quoted: true), "", new(new ManifestErrors(""), null)) is not null;
}
