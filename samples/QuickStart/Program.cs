using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuickStart;

try
{
    // --endpoint URL --model NAME talks to a real, OpenAI-compatible server; without them the built-in sandbox model answers.
    var builder = Host.CreateApplicationBuilder(args);
    builder.Logging.ClearProviders();
    var app = builder.AddMicroApp(RealServer.Read(builder.Configuration).Apply);
    app.AddGuard(GuardPoint.AfterRedaction, _ => new ShowWhatLeaves());
    builder.Services.AddOtlpExport(builder.Configuration);
    using var host = builder.Build();
    await host.StartAsync();

    var microApp = host.Services.GetRequiredService<MicroApp>();
    var chat = host.Services.GetRequiredService<IChatClient>();
    var folder = Path.Combine(AppContext.BaseDirectory, "notes");
    foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        await Screen.AskAsync(chat, Path.GetFileName(file), $"Summarise this customer note in three sentences:\n{await File.ReadAllTextAsync(file)}");

    await Screen.QuotaAsync(microApp);
    return await Screen.AuditAsync(microApp);
}
catch (Exception e) when (e is MicroAppException or ArgumentException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"\nquickstart: {e.Message}");
    return 1;
}
