using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.AddMicroApp(); // microapp.yaml says what this app is and may do
using var host = builder.Build();
await host.StartAsync();

var app = host.Services.GetRequiredService<MicroApp>();
var notes = new NotesChat(host.Services.GetRequiredService<IChatClient>(), Path.Combine(AppContext.BaseDirectory, "notes"));

Console.WriteLine($"Hello, this is {app.Manifest.Name} ({app.Environment.ToString().ToLowerInvariant()}).");
Console.WriteLine("I answer questions about the notes in the folder 'notes'. An empty line ends the chat.");

var question = "Who is waiting for a refund, and how can I reach them?";
Console.WriteLine($"\nYou: {question}");
while (!string.IsNullOrWhiteSpace(question))
{
    try
    {
        var answer = await notes.AskAsync(question);
        Console.WriteLine($"{app.Manifest.Name}: {answer.Text}\n");
        Console.WriteLine(Governed(answer.GetProvenance()));
    }
    catch (MicroAppException e)
    {
        Console.WriteLine($"That was not sent: {e.Message}");
    }

    Console.Write("\nYou: ");
    question = Console.ReadLine();
}

await app.FlushAsync();
var audit = await app.Audit.VerifyAsync();
Console.WriteLine($"\naudit: {audit.Size} records, {(audit.IsIntact ? "verified" : "NOT INTACT")}");

static string Governed(ProvenanceStamp stamp)
{
    var redacted = stamp.Redactions.Count == 0 ? "nothing" : string.Join(", ", stamp.Redactions.Select(r => $"{r.Value} x {r.Key}"));
    return $"[governed: model {stamp.ResponseModel}, hidden from it: {redacted}; {stamp.Usage.TotalTokens} tokens, {Money.Format(stamp.CostNanoUsd)}; audit record {stamp.Receipt?.Index}]";
}
