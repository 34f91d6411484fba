namespace MicroApps.Analyzers;

/// <summary>The ids of all rules.</summary>
internal static class RuleIds
{
    public static IReadOnlyList<string> All { get; } =
    [
        MAPP1001CredentialInSource.Id, MAPP1002LikelySecret.Id, MAPP1003SecretInConnection.Id, MAPP1004SecretFallback.Id, MAPP1005SecretInSettings.Id, MAPP1003SecretInConnection.LocalId,
        MAPP2001PublicEndpoint.Id, MAPP2002RawClient.Id, MAPP2003RawHttp.Id, MAPP2004ProtectionOff.Id, MAPP2005InnerClient.Id, MAPP2006SuppressionReason.Id, MAPP2007UngovernedTool.Id,
        MAPP3001ContentInLog.Id, MAPP3002UnlabelledProperty.Id, MAPP3003ClassifiedInPrompt.Id, MAPP3004ClassifiedAsText.Id, MAPP3005UserTextInSystemPrompt.Id,
        MAPP4001ManifestMissing.Id, MAPP4002ManifestInvalid.Id, MAPP4003UndeclaredCapability.Id, MAPP4004PolicyDenies.Id, MAPP4005PolicyBroken.Id,
        MAPP5001ModelCall.Id, MAPP9001UnknownOption.Id,
    ];
}
