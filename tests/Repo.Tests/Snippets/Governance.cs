using MicroApps;
using Microsoft.Extensions.AI;

namespace Repo.Tests.Snippets;

internal static class Governance
{
    public static async Task<IReadOnlyDictionary<string, string>> RevealAsync(MicroApp app)
    {
        // snippet: vault
        var originals = await app.Vault.RevealAsync("case-4711", actor: "anna.berg@contoso.example", reason: "complaint 2291");
        await app.Vault.ShredAsync("case-4711", actor: "anna.berg@contoso.example", reason: "case closed");
        // end-snippet
        return originals;
    }

    public static async Task AskAsync(IChatClient chat, string prompt)
    {
        // snippet: refused
        try
        {
            Console.WriteLine(await chat.GetResponseAsync(prompt));
        }
        catch (QuotaExceededException e)
        {
            Console.WriteLine($"The budget resets at {e.Quota.ResetsAt:t}. {e.Message}");
        }
        catch (CallRefusedException e)
        {
            Console.WriteLine($"{e.Code}: {e.Message}");
        }
        // end-snippet
    }

    public static async Task ShowBudgetsAsync(MicroApp app)
    {
        // snippet: budgets
        foreach (var window in await app.Quota.ReadWindowsAsync())
            Console.WriteLine($"{window.Budget.Scope} per {window.Budget.Period}: {Money.Format(window.Spent.NanoUsd)} spent");
        // end-snippet
    }

    public static async Task VerifyAsync(MicroApp app)
    {
        // snippet: verify
        await app.FlushAsync();
        var verification = await app.Audit.VerifyAsync();
        Console.WriteLine($"{verification.Size} records, intact: {verification.IsIntact}");
        foreach (var problem in verification.Problems)
            Console.WriteLine($"record {problem.Index}: {problem.What}");
        // end-snippet
    }

    public static void ShowStamp(ChatResponse answer)
    {
        // snippet: stamp
        var stamp = answer.GetProvenance();
        Console.WriteLine($"{stamp.ResponseModel} answered call {stamp.CallId}; audit record {stamp.Receipt?.Index}");
        // end-snippet
    }
}
