using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

public sealed class NotesChatTests : IDisposable
{
    private readonly List<string> _left = [];
    private readonly string _data = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly IHost _host;

    public NotesChatTests()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddMicroApp(options => options.DataFolder = _data)
            .AddGuard(GuardPoint.AfterRedaction, _ => new Watcher(_left));
        _host = builder.Build();
    }

    private NotesChat Chat => new(_host.Services.GetRequiredService<IChatClient>(), Path.Combine(AppContext.BaseDirectory, "notes"));

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Answer_comes_with_the_original_values()
    {
        var answer = await Chat.AskAsync("Who is waiting for a refund, and how can I reach them?");

        Assert.Contains("margaret.harding@contoso.example", answer.Text);
    }

    [Fact]
    public async Task Model_never_sees_an_address_or_a_number()
    {
        await Chat.AskAsync("Who is waiting for a refund?");

        Assert.NotEmpty(_left);
        Assert.DoesNotContain(_left, text => text.Contains("margaret.harding") || text.Contains("7946"));
    }

    [Fact]
    public async Task Every_call_is_stamped_and_recorded()
    {
        var stamp = (await Chat.AskAsync("When is the stock count?")).GetProvenance();

        var app = _host.Services.GetRequiredService<MicroApp>();
        await app.FlushAsync();
        Assert.Equal(2, (await app.Audit.FindByCallAsync(stamp.CallId)).Count);
    }

    /// <summary>Sees every text as it leaves.</summary>
    private sealed class Watcher(List<string> left) : Guard
    {
        public override string Name => "watcher";

        public override ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken)
        {
            left.AddRange(call.Parts.Select(part => part.Text));
            return new(Verdict.Continue);
        }
    }
}
