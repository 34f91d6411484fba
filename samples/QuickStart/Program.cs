using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuickStart;

// --endpoint URL --model NAME talks to a real, OpenAI-compatible server; without them the built-in sandbox model answers.
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
var settings = RealServer.Read(builder.Configuration);
var app = builder.AddMicroApp(settings.Apply);
app.AddGuard(GuardPoint.AfterRedaction, _ => new ShowWhatLeaves());
builder.Services.AddOtlpExport(builder.Configuration);
if (settings.IsGiven)
    builder.Services.AddGovernedChatClient(_ => settings.CreateClient());
using var host = builder.Build();
await host.StartAsync();

var microApp = host.Services.GetRequiredService<MicroApp>();
var chat = host.Services.GetRequiredService<IChatClient>();
var folder = Path.Combine(AppContext.BaseDirectory, "notes");
foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
{
    var prompt = $"Summarise this customer note in three sentences:\n{await File.ReadAllTextAsync(file)}";
    Screen.Title(Path.GetFileName(file));
    Screen.Block("what the user typed", prompt);

    var updates = new List<ChatResponseUpdate>();
    await foreach (var update in chat.GetStreamingResponseAsync(prompt, new ChatOptions().ForUser("store-manager-17")))
    {
        if (updates.Count == 0)
            Screen.Begin("the answer, streamed, originals put back");
        Console.Write(update.Text);
        updates.Add(update);
    }

    Console.WriteLine();
    Screen.Stamp(updates.ToChatResponse().GetProvenance());
}

await Screen.QuotaAsync(microApp);
return await Screen.AuditAsync(microApp);
