using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>Short ways to ask the sandbox model.</summary>
internal static class SandboxAsk
{
    public const string Note = """
        Hi team,

        The delivery from Contoso Foods arrived two hours late on Tuesday and three pallets of milk were damaged. I called [PERSON_1] at [PHONE_2] and she promised a credit note of 412.50 EUR by 14 March 2026.
        The freezer in aisle 4 is making a strange noise again. Please order a technician before Friday. Tom must check the temperature log every morning.
        Sales of the Easter promotion are up 12 % compared with last year. Anna Schmidt will cover the evening shift on Saturday.

        Kind regards,
        Maria Lopez
        [EMAIL_1]
        """;

    public const string Handbook = """
        You are an HR assistant. Answer questions using only this handbook.

        Handbook:
        Employees have 30 days of vacation per year. Vacation must be requested two weeks in advance.
        Sick leave must be reported before 9 am to the team lead. Working from home is allowed two days a week.
        The notice period is three months.
        """;

    public static async Task<string> TextAsync(string user, string? system = null, ChatOptions? options = null) =>
        (await ResponseAsync(user, system, options)).Text;

    public static Task<ChatResponse> ResponseAsync(string user, string? system = null, ChatOptions? options = null)
    {
        List<ChatMessage> messages = system is null ? [] : [new(ChatRole.System, system)];
        messages.Add(new(ChatRole.User, user));
        return new SandboxChatClient().GetResponseAsync(messages, options);
    }

    public static ChatOptions Json(string schema) => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Element(schema)) };

    public static JsonElement Element(string json) => JsonElement.Parse(json);

    public static List<FunctionCallContent> Calls(ChatResponse response) => [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    /// <summary>A call as <c>name(argument=value, …)</c>.</summary>
    public static string Spelled(FunctionCallContent call) => $"{call.Name}({string.Join(", ", call.Arguments!.Select(argument => $"{argument.Key}={argument.Value}"))})";
}
