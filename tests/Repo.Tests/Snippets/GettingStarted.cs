using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Repo.Tests.Snippets;

internal static class GettingStarted
{
    public static async Task<ChatResponse> RunAsync(string[] args)
    {
        // snippet: start
        var builder = Host.CreateApplicationBuilder(args);
        builder.AddMicroApp();                                  // reads microapp.yaml; in the sandbox until you say otherwise
        using var host = builder.Build();
        var chat = host.Services.GetRequiredService<IChatClient>();
        var answer = await chat.GetResponseAsync("Summarise this note: call anna@contoso.com about the refund.");
        Console.WriteLine(answer.Text);
        // end-snippet
        return answer;
    }

    public static void UseOwnClient(HostApplicationBuilder builder, IChatClient myClient)
    {
        // snippet: own-client
        builder.AddMicroApp();
        builder.Services.AddGovernedChatClient(services => myClient);
        // end-snippet
    }

    public static async Task<ChatResponse> AskAsync(IChatClient chat)
    {
        // snippet: for-user
        var options = new ChatOptions().ForUser("store-manager-17").InConversation("case-4711");
        var answer = await chat.GetResponseAsync("And when did she write first?", options);
        // end-snippet
        return answer;
    }
}
