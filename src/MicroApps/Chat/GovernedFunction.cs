using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>
/// A tool as the inner client sees it: described without personal data, and when something inside invokes it, given only the originals that
/// the manifest allows and answering in placeholders.
/// </summary>
internal sealed class GovernedFunction(AIFunction inner, ChatCall call, ToolTexts texts) : DelegatingAIFunction(inner)
{
    public override string Description => texts.Description ?? base.Description;

    public override JsonElement JsonSchema => texts.Schema ?? base.JsonSchema;

    public override JsonElement? ReturnJsonSchema => texts.ReturnSchema ?? base.ReturnJsonSchema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        if (call.RestoreArguments(Name, arguments) is { } restored)
            arguments = new AIFunctionArguments(restored) { Services = arguments.Services, Context = arguments.Context };
        var result = await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false);
        return call.RedactResult(result);
    }
}
