using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>A tool that is only declared: name, description and schema.</summary>
internal sealed class SandboxTool(string name, string description, string schema) : AIFunctionDeclaration
{
    public override string Name => name;

    public override string Description => description;

    public override JsonElement JsonSchema { get; } = SandboxAsk.Element(schema);

    public static AITool Weather { get; } = new SandboxTool("GetWeather", "Gets the current weather for a city",
        """{"type":"object","properties":{"city":{"type":"string"},"unit":{"type":"string","enum":["celsius","fahrenheit"]}},"required":["city"]}""");

    public static AITool Order { get; } = new SandboxTool("lookup_order", "Looks up the state of a customer order",
        """{"type":"object","properties":{"orderNumber":{"type":"string"}},"required":["orderNumber"]}""");

    public static AITool Mail { get; } = new SandboxTool("SendEmail", "Sends an e-mail",
        """{"type":"object","properties":{"to":{"type":"string"},"subject":{"type":"string"},"body":{"type":"string"}},"required":["to","subject","body"]}""");

    public static AITool Vacation { get; } = new SandboxTool("request_vacation", "Requests vacation for an employee",
        """{"type":"object","properties":{"employee":{"type":"string"},"start_date":{"type":"string","format":"date"},"end_date":{"type":"string","format":"date"}},"required":["start_date","end_date"]}""");

    public static AITool Stock { get; } = new SandboxTool("get_stock", "Number of units in stock for products",
        """{"type":"object","properties":{"skus":{"type":"array","items":{"type":"string"}}},"required":["skus"]}""");

    public static AITool Search { get; } = new SandboxTool("search_docs", "Searches the company handbook",
        """{"type":"object","properties":{"query":{"type":"string"}},"required":["query"]}""");

    public static AITool Room { get; } = new SandboxTool("book_room", "Books a meeting room",
        """{"type":"object","properties":{"date":{"type":"string"},"people":{"type":"integer"},"projector":{"type":"boolean"}},"required":["date","people"]}""");

    public static ChatOptions All(ChatToolMode? mode = null, bool? several = null) => new() { Tools = [Weather, Order, Mail, Vacation, Stock, Search, Room], ToolMode = mode, AllowMultipleToolCalls = several };
}
