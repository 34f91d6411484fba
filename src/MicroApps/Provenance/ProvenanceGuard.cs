namespace MicroApps;

/// <summary>Makes the stamp when a call has ended; stands last, when everything about the call is known.</summary>
internal sealed class ProvenanceGuard(string priceCatalogueDigest) : Guard
{
    public override string Name => "provenance";

    public override void Conclude(GovernedCall call)
    {
        if (call.Find<CallCommitments>() is not { } commitments)
            return; // refused before the texts were final: there is no answer to stamp

        var manifest = call.App.Manifest;
        call.Stamp = new ProvenanceStamp
        {
            CallId = call.Id,
            AppId = manifest.Id,
            AppVersion = manifest.Version,
            ManifestDigest = manifest.Digest,
            Environment = call.App.Environment,
            RequestedModel = call.Model?.Id ?? call.Target.Id,
            ResponseModel = call.ResponseModelId,
            ModelVersion = call.Model?.Version,
            Provider = call.Target.Provider,
            Endpoint = call.Target.Endpoint?.Authority,
            Region = call.Model?.Region,
            Trust = call.Model?.Trust ?? ModelTrust.Unvetted,
            ResponseId = call.ResponseId,
            PromptCommitment = commitments.Prompt,
            RequestCommitment = commitments.Request,
            ResponseCommitment = commitments.Response,
            ToolsCalled = [.. call.ToolsCalled],
            Redactions = call.Findings.Request,
            ResponseFindings = call.Findings.Response,
            Restored = call.Findings.Restored,
            Unscannable = call.UnscannableCount,
            Decision = call.Status,
            Usage = call.Usage,
            CostNanoUsd = call.CostNanoUsd,
            PriceCatalogueDigest = priceCatalogueDigest,
            Receipt = commitments.Receipt,
            TraceId = call.TraceId,
            StartedAt = call.StartedAt,
            EndedAt = call.EndedAt ?? call.StartedAt,
        };
    }
}
