using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "CHT-1")]
public sealed class ChatContentTests : ModelTest
{
    private static readonly byte[] Bytes = [1, 2, 3];

    [Fact]
    public async Task Images_audio_and_files_become_parts()
    {
        var sent = await SentAsync(null, new ChatMessage(ChatRole.User,
        [
            new TextContent("look"), new UriContent("https://example.com/a%20b.png", "image/png"),
            new DataContent(Bytes, "image/jpeg") { AdditionalProperties = new() { ["detail"] = "low" } },
            new DataContent(Bytes, "audio/wav"), new DataContent(Bytes, "audio/mpeg"), new DataContent(Bytes, "application/pdf") { Name = "a.pdf" },
            new HostedFileContent("file-1"), new DataContent("a;b"u8.ToArray(), "text/csv"),
        ]));

        AssertJson("""
            [{"role":"user","content":[
              {"type":"text","text":"look"},{"type":"image_url","image_url":{"url":"https://example.com/a%20b.png"}},
              {"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AQID","detail":"low"}},
              {"type":"input_audio","input_audio":{"data":"AQID","format":"wav"}},{"type":"input_audio","input_audio":{"data":"AQID","format":"mp3"}},
              {"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,AQID"}},
              {"type":"file","file":{"file_id":"file-1"}},{"type":"text","text":"a;b"}]}]
            """, sent["messages"]);
    }

    [Fact]
    public async Task Content_without_a_place_is_refused_and_not_dropped()
    {
        await RefusedAsync("DataContent (video/mp4)", new ChatMessage(ChatRole.User, [new DataContent(Bytes, "video/mp4")]));
        await RefusedAsync("UriContent (audio/wav)", new ChatMessage(ChatRole.User, [new UriContent("https://example.com/a.wav", "audio/wav")]));
        await RefusedAsync("the role assistant", new ChatMessage(ChatRole.Assistant, [new DataContent(Bytes, "image/png")]));
        await RefusedAsync("the role system", new ChatMessage(ChatRole.System, [new FunctionCallContent("c", "f")]));
        await RefusedAsync("the role user", new ChatMessage(ChatRole.User, [new FunctionCallContent("c", "f")]));
        await RefusedAsync("FunctionResultContent only", new ChatMessage(ChatRole.Tool, "text"));
        await RefusedAsync("role", new ChatMessage(new ChatRole("narrator"), "text"));
        Assert.Empty(Server.Requests);
    }

    private async Task RefusedAsync(string named, ChatMessage message)
    {
        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => SentAsync(null, message));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }
}
