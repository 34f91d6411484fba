using System.Collections.ObjectModel;
using MicroApps.Detection;

namespace MicroApps;

/// <summary>Looks through the model's own text: masks or blocks what the plan says, counts the rest.</summary>
internal sealed class ResponseScanTransform : TextTransform
{
    private const int ReportBlock = 2048;
    private const int DirectFrom = 512;
    private readonly RedactionPlan _plan;
    private readonly GovernedCall _call;
    private readonly StreamScanner _mask;
    private readonly StreamScanner _report;
    private char[] _unreported = [];
    private int _unreportedLength;

    public ResponseScanTransform(RedactionPlan plan, GovernedCall call)
    {
        _plan = plan;
        _call = call;
        _mask = plan.MaskScanner.CreateStream();
        _report = plan.ReportScanner.CreateStream();
    }

    public override bool TryPassThrough(ReadOnlySpan<char> chunk)
    {
        if (!_mask.TryPassThrough(chunk))
            return false;

        Report(chunk);
        return true;
    }

    public override void Append(ReadOnlySpan<char> chunk, TextOutput output)
    {
        Report(chunk);
        _mask.Append(chunk);
        Emit(output);
    }

    public override void Complete(TextOutput output)
    {
        _mask.Complete();
        Emit(output);
        _report.Append(_unreported.AsSpan(0, _unreportedLength));
        _unreportedLength = 0;
        _report.Complete();
        CountReported();
    }

    private void Emit(TextOutput output)
    {
        var text = _mask.Final;
        var done = 0;
        foreach (var finding in _mask.Findings)
        {
            _call.Findings.AddResponse(finding.Type.Name);
            if (_plan.ForResponse(finding.Type) == ResponseAction.Block)
                throw Block(finding.Type);
            output.Pass(text[done..finding.Start]);
            output.Replace(finding.Length, $"[{finding.Type.Label}]");
            done = finding.End;
        }

        output.Pass(text[done..]);
        _mask.Consume();
    }

    // What is only counted need not be found at once: collected into blocks it costs next to nothing for each chunk.
    private void Report(ReadOnlySpan<char> chunk)
    {
        if (_unreportedLength == 0 && chunk.Length >= DirectFrom)
        {
            _report.Append(chunk);
            CountReported();
            return;
        }

        while (!chunk.IsEmpty)
        {
            var piece = chunk[..Math.Min(chunk.Length, ReportBlock - _unreportedLength)];
            Reserve(_unreportedLength + piece.Length);
            piece.CopyTo(_unreported.AsSpan(_unreportedLength));
            _unreportedLength += piece.Length;
            chunk = chunk[piece.Length..];
            if (_unreportedLength < ReportBlock)
                continue;

            _report.Append(_unreported.AsSpan(0, ReportBlock));
            _unreportedLength = 0;
            CountReported();
        }
    }

    private void Reserve(int length)
    {
        if (_unreported.Length < length)
            Array.Resize(ref _unreported, Math.Min(ReportBlock, Math.Max(length, Math.Max(256, _unreported.Length * 2))));
    }

    private void CountReported()
    {
        foreach (var finding in _report.Findings)
            _call.Findings.AddResponse(finding.Type.Name);
        _report.Consume();
    }

    private MicroAppException Block(EntityType type)
    {
        var refusal = new RedactionRefusal(
            "redaction.response-blocked",
            $"The model's answer holds a value of type {type.Name}, which this app must not pass on; the answer was stopped there.",
            "Ask differently, or let the platform team change 'redaction.responses' in microapp.yaml.",
            new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { [type.Name] = 1 }));
        _call.Status = CallStatus.Stopped;
        _call.Refusal = refusal;
        _call.RefusedBy = "redaction";
        return refusal.ToException();
    }
}
