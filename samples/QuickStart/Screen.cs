using System.Globalization;
using MicroApps;
using Microsoft.Extensions.AI;

namespace QuickStart;

/// <summary>What the sample prints.</summary>
internal static class Screen
{
    public static async Task AskAsync(IChatClient chat, string title, string prompt)
    {
        Console.WriteLine($"\n=== {title} ===");
        Block("what the user typed", prompt);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(prompt, new ChatOptions().ForUser("store-manager-17")))
        {
            if (updates.Count == 0)
                Begin("the answer, streamed, originals put back");
            Console.Write(update.Text);
            updates.Add(update);
        }

        Console.WriteLine();
        Stamp(updates.ToChatResponse().GetProvenance());
    }

    public static void Block(string heading, string text)
    {
        Begin(heading);
        Console.WriteLine(text.TrimEnd());
    }

    public static async Task QuotaAsync(MicroApp app)
    {
        Console.WriteLine("\n=== budget ===");
        await app.FlushAsync();
        foreach (var window in await app.Quota.ReadWindowsAsync())
        {
            var budget = window.Budget;
            Line(
                $"{budget.Scope} per {budget.Period}".ToLowerInvariant(),
                $"{Money.Format(window.Spent.NanoUsd)} of {Money.Format(budget.SpendNanoUsd ?? 0)}, {window.Spent.Requests} of {budget.Requests} requests, {window.Spent.Tokens} tokens");
        }
    }

    public static async Task<int> AuditAsync(MicroApp app)
    {
        var verification = await app.Audit.VerifyAsync();
        Console.WriteLine($"\naudit: {verification.Size} records, {(verification.IsIntact ? "verified" : "NOT INTACT")}");
        return verification.IsIntact ? 0 : 1;
    }

    private static void Line(string name, string value) => Console.WriteLine($"{name,-12} {value}");

    private static void Begin(string heading) => Console.WriteLine($"\n-- {heading}");

    private static void Stamp(ProvenanceStamp stamp)
    {
        Begin("the stamp");
        Line("call", stamp.CallId.ToString());
        Line("app", $"{stamp.AppId} {stamp.AppVersion}, manifest {stamp.ManifestDigest[..19]}…");
        Line("model", $"{stamp.ResponseModel} ({stamp.Provider}, {stamp.Environment.ToString().ToLowerInvariant()})");
        Line("redacted", string.Join(", ", stamp.Redactions.Select(r => $"{r.Value} × {r.Key}")));
        Line("restored", stamp.Restored.ToString(CultureInfo.InvariantCulture));
        Line("tokens", $"{stamp.Usage.InputTokens} in, {stamp.Usage.OutputTokens} out, cost {Money.Format(stamp.CostNanoUsd)}");
        Line("recorded", $"audit record {stamp.Receipt?.Index}");
    }
}
