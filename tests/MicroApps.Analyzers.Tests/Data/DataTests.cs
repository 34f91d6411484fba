using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class DataTests
{
    // Labels and vector records, by the names they have in their packages.
    private const string Labels = """
        namespace Microsoft.Extensions.Compliance.Classification { [System.AttributeUsage(System.AttributeTargets.All)] public class DataClassificationAttribute : System.Attribute; }
        namespace Microsoft.Extensions.VectorData { public class VectorStoreKeyAttribute : System.Attribute; public class VectorStoreDataAttribute : System.Attribute; public class VectorStoreVectorAttribute : System.Attribute; }
        public sealed class PersonalAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
        public sealed class PublicDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
        public record Customer([Personal] string Name, [PublicData] string City, int Id) { [Personal] public string? Phone { get; init; } }
        public record Hidden([Personal] string Name) { public override string ToString() => "hidden"; }
        public record Plain(string Name);
        public record Patient([MicroApps.DataLabel(MicroApps.DataClass.Regulated)] string Name, [MicroApps.DataLabel(MicroApps.DataClass.Public)] string Ward, int Id);
        [MicroApps.DataLabel(MicroApps.DataClass.Internal)] public record Memo(string Text, int Pages) { [MicroApps.DataLabel(MicroApps.DataClass.Public)] public string? Title { get; init; } }
        """;

    [Theory]
    [InlineData("""log.LogInformation("{M}", [|message|]);""")]
    [InlineData("""log.LogInformation("{M}", [|message.Text|]);""")]
    [InlineData("""log.LogDebug($"Answer: {[|response.Text|]}");""")]
    [InlineData("""log.LogDebug("Answer: " + [|response.Text|]);""")]
    [InlineData("""log.LogWarning("{A} {B}", 1, [|response.Messages[0].Text|]);""")]
    [InlineData("""log.LogError("{A}", [|response.Text|].Substring(0, 20));""")]
    [InlineData("""log.LogInformation("{A}", string.Join("\n", [|messages|]));""")]
    [InlineData("""log.LogInformation("{A}", System.Text.Json.JsonSerializer.Serialize([|messages|]));""")]
    [InlineData("""var text = response.Text; log.LogInformation("{A}", [|text|]);""")]
    [InlineData("""log.LogInformation("{A}", [|prompt|]); await chat.GetResponseAsync(prompt);""")]
    [InlineData("""var asked = $"Hi {1}"; await chat.GetResponseAsync(new ChatMessage(ChatRole.User, asked)); log.LogInformation("{A}", [|asked|]);""")]
    [InlineData("""System.Diagnostics.Activity.Current?.SetTag("prompt", [|message.Text|]);""")]
    [InlineData("""System.Diagnostics.Trace.WriteLine([|response.ToString()|]);""", "[|response.ToString()|]", "[|response|].ToString()")]
    public Task Prompt_or_answer_in_a_log_is_told(string code, string was = " ", string becomes = " ") =>
        RuleTest.Reports<MAPP3001ContentInLog>(WithLog(code.Replace(was, becomes, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""log.LogInformation("{A} {B}", response.ResponseId, response.Usage);""")]
    [InlineData("""log.LogInformation("{A} {B}", message.Text.Length, messages.Count);""")]
    [InlineData("""log.LogInformation("{A}", message.Role);""")]
    [InlineData("""log.LogInformation("{A}", prompt);""")]
    [InlineData("""log.LogInformation("{A}", response.GetProvenance());""")]
    [InlineData("""Console.WriteLine(response.Text);""")]
    [InlineData("""log.LogInformation("Asks the model"); await chat.GetResponseAsync(prompt);""")]
    public Task Other_log_is_silent(string code) => RuleTest.Passes<MAPP3001ContentInLog>(WithLog(code));

    [Fact]
    public Task Unlabelled_text_of_a_vector_record_is_told() => RuleTest.Reports<MAPP3002UnlabelledProperty>(
        """
        using Microsoft.Extensions.VectorData;
        class Note
        {
            [VectorStoreKey] public string Id { get; set; } = "";
            [VectorStoreData] public string [|Text|] { get; set; } = "";
            [VectorStoreData] public List<string>? [|Tags|] { get; set; }
            [VectorStoreData, Personal] public string? Author { get; set; }
            [VectorStoreData, MicroApps.DataLabel(MicroApps.DataClass.Public)] public string? Title { get; set; }
            [VectorStoreData] public int Page { get; set; }
            [VectorStoreData] public DateTimeOffset Written { get; set; }
            [VectorStoreVector] public ReadOnlyMemory<float> Vector { get; set; }
            public string? NotStored { get; set; }
            static void Main() { }
        }
        [Personal] class Labelled { [VectorStoreData] public string? Text { get; set; } }
        [MicroApps.DataLabel(MicroApps.DataClass.Internal)] class Own { [VectorStoreData] public string? Text { get; set; } }
        """, Add);

    [Theory]
    [InlineData("""await chat.GetResponseAsync($"Write to {[|customer.Name|]}");""")]
    [InlineData("""await chat.GetResponseAsync("Write to " + [|customer.Phone|]);""")]
    [InlineData("""_ = new ChatMessage(ChatRole.User, [|customer.Name|]);""")]
    [InlineData("""_ = new TextContent([|secret|]);""")]
    [InlineData("""await chat.GetResponseAsync($"Who is {[|patient.Name|]}, {patient.Ward}, {patient.Id}?");""")]
    [InlineData("""await chat.GetResponseAsync($"Shorten {[|memo.Text|]}, {memo.Title}, {memo.Pages}");""")]
    public Task Classified_data_in_a_prompt_is_told(string code) => RuleTest.Reports<MAPP3003ClassifiedInPrompt>(WithLog(code), Add);

    [Fact]
    public async Task Message_names_the_class_of_the_label() => Assert.StartsWith(
        "'patient.Name' is labelled Regulated and goes into a prompt",
        Assert.Single(await RuleTest.Reports<MAPP3003ClassifiedInPrompt>(WithLog("_ = new TextContent([|patient.Name|]);"), Add)).GetMessage(null), StringComparison.Ordinal);

    [Theory]
    [InlineData("""await chat.GetResponseAsync($"Write to {Redact(customer.Name)}");""")]
    [InlineData("""await chat.GetResponseAsync($"Write to {customer.City} {customer.Id} {prompt}");""")]
    [InlineData("""Console.WriteLine(customer.Name);""")]
    public Task Redacted_or_public_data_in_a_prompt_is_silent(string code) => RuleTest.Passes<MAPP3003ClassifiedInPrompt>(WithLog(code), Add);

    [Theory]
    [InlineData("""_ = $"{[|customer|]}";""")]
    [InlineData("""_ = "a" + [|customer|];""")]
    [InlineData("""_ = [|customer|].ToString();""")]
    [InlineData("""_ = $"{[|patient|]}";""")]
    [InlineData("""_ = [|memo|].ToString();""")]
    public Task Classified_record_as_text_is_told(string code) => RuleTest.Reports<MAPP3004ClassifiedAsText>(WithLog(code), Add);

    [Theory]
    [InlineData("""_ = $"{customer.Id}";""")]
    [InlineData("""_ = $"{new Hidden("a")}";""")]
    [InlineData("""_ = new Plain("a").ToString() + new Plain("b");""")]
    public Task Record_that_shows_nothing_is_silent(string code) => RuleTest.Passes<MAPP3004ClassifiedAsText>(WithLog(code), Add);

    [Theory]
    [InlineData("""_ = new ChatMessage(ChatRole.System, $"You help {[|prompt|]}");""")]
    [InlineData("""_ = new ChatMessage(ChatRole.System, "You help " + [|prompt|]);""")]
    [InlineData("""var text = "You help " + prompt; _ = new ChatMessage(ChatRole.System, text);""", "+ prompt", "+ [|prompt|]")]
    [InlineData("""_ = new ChatOptions { Instructions = $"Speak of {[|customer.City|]}" };""")]
    [InlineData("""var read = Console.ReadLine(); _ = new ChatOptions { Instructions = $"Speak of {[|read|]}" };""")]
    [InlineData("""_ = new OpenAI.Chat.SystemChatMessage($"You help {[|prompt|]}");""")]
    public async Task User_text_in_the_system_prompt_is_told(string code, string was = " ", string becomes = " ") => Assert.All(
        await RuleTest.Reports<MAPP3005UserTextInSystemPrompt>(WithLog(code.Replace(was, becomes, StringComparison.Ordinal)), Add), found => Assert.Equal(DiagnosticSeverity.Info, found.Severity));

    [Theory]
    [InlineData("""_ = new ChatMessage(ChatRole.System, "You help.");""")]
    [InlineData("""_ = new ChatMessage(ChatRole.System, prompt);""")]
    [InlineData("""_ = new ChatMessage(ChatRole.User, $"Please {prompt}");""")]
    [InlineData("""const string Tone = "kind"; _ = new ChatMessage(ChatRole.System, $"Be {Tone}, it is {DateTime.Now}");""")]
    [InlineData("""_ = new ChatMessage(ChatRole.System, $"Speak {language}");""")]
    public Task Other_message_is_silent(string code) => RuleTest.Passes<MAPP3005UserTextInSystemPrompt>(WithLog(code), Add);

    private static void Add(Project project) => project.Sources.Add(("/app/Labels.cs", Labels));

    private static string WithLog(string code) => $$"""
        using MicroApps; using Microsoft.Extensions.AI; using Microsoft.Extensions.Logging;
        class C(IChatClient chat, ILogger log, string language)
        {
            async Task M(string prompt, ChatMessage message, ChatResponse response, List<ChatMessage> messages{{(NeedsLabels(code) ? ", Customer customer, Patient patient, Memo memo, [Personal] string secret" : "")}})
            {
                {{code}}
                await Task.Yield();
            }
            string Redact(string text) => language + log + chat + text;
            static void Main() { }
        }
        """;

    private static bool NeedsLabels(string code) => Array.Exists(["customer", "secret", "patient", "memo"], name => code.Contains(name, StringComparison.Ordinal));
}
