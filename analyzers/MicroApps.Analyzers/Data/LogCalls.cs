using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>Recognises what writes to a log, a trace or an event.</summary>
internal static class LogCalls
{
    public static bool IsOne(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return false;
        var isLog = type.Name switch
        {
            "LoggerExtensions" => method.Name.StartsWith("Log", StringComparison.Ordinal) && IsIn(type, "Microsoft.Extensions.Logging"),
            "ILogger" => IsIn(type, "Microsoft.Extensions.Logging") || IsIn(type, "Serilog"),
            "Log" => IsIn(type, "Serilog"),
            "Logger" => IsIn(type, "NLog"),
            "ILog" => IsIn(type, "log4net"),
            "Activity" => method.Name is "SetTag" or "AddTag" or "AddBaggage" or "SetBaggage" && IsIn(type, "System.Diagnostics"),
            "Trace" or "Debug" or "TraceSource" => (method.Name.StartsWith("Trace", StringComparison.Ordinal) || method.Name.StartsWith("Write", StringComparison.Ordinal)) && IsIn(type, "System.Diagnostics"),
            "EventSource" => method.Name.StartsWith("Write", StringComparison.Ordinal) && IsIn(type, "System.Diagnostics.Tracing"),
            _ => false,
        };
        return isLog || HasLoggerMessage(method);
    }

    private static bool HasLoggerMessage(IMethodSymbol method)
    {
        if (!method.IsPartialDefinition && method.PartialDefinitionPart is null)
            return false;
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass?.Name == "LoggerMessageAttribute")
                return true;
        return false;
    }

    private static bool IsIn(ITypeSymbol type, string name) => type.ContainingNamespace.ToDisplayString() == name;
}
