using System.Diagnostics;

namespace MicroApps;

/// <summary>One act of an app in neutral form: what it sends where, for whom, and what the guards found and decided about it.</summary>
/// <remarks>Not thread-safe: one call, one flow of control. Guards keep their own state of the call with <see cref="Set{T}"/>.</remarks>
public sealed class GovernedCall
{
    private readonly List<TextPart> _parts;
    private object[] _state = [];

    internal GovernedCall(MicroApp app, Surface surface, CallTarget target, List<TextPart> parts, DateTimeOffset startedAt)
    {
        App = app;
        Surface = surface;
        Target = target;
        _parts = parts;
        StartedAt = startedAt;
        StartedTimestamp = app.TimeProvider.GetTimestamp();
        Id = Guid.CreateVersion7(startedAt);
    }

    /// <summary>Unique id of the call (UUIDv7), the same in audit, quota, stamp and telemetry.</summary>
    public Guid Id { get; }

    /// <summary>The app that makes the call.</summary>
    public MicroApp App { get; }

    /// <summary>The kind of client that the call goes through.</summary>
    public Surface Surface { get; }

    /// <summary>What the caller asked for.</summary>
    public CallTarget Target { get; }

    /// <summary>The declared model that the call goes to; null until routing has decided, and on surfaces without a model.</summary>
    public ManifestModel? Model { get; set; }

    /// <summary>The person that the app acts for, as the app names them; null when it named nobody.</summary>
    public string? UserId { get; init; }

    /// <summary>The conversation that placeholders are stable in; null for a call that stands alone.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Whether the answer streams.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>When the call began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Every piece of text that would leave the process.</summary>
    public IReadOnlyList<TextPart> Parts => _parts;

    /// <summary>Pieces of content that no guard can read, such as images and audio.</summary>
    public int UnscannableCount { get; init; }

    /// <summary>Size in bytes of the content that no guard can read.</summary>
    public long UnscannableBytes { get; init; }

    /// <summary>Number of messages or other units of the request, for estimates of overhead.</summary>
    public int MessageCount { get; init; }

    /// <summary>Number of tools that the request declares.</summary>
    public int ToolCount { get; init; }

    /// <summary>Largest number of tokens that the answer may have. The surface sends it to the provider.</summary>
    public int? MaxOutputTokens { get; set; }

    /// <summary>What was found in the request and in the response, by entity type.</summary>
    public FindingTally Findings { get; } = new();

    /// <summary>The tools that the model asked for, in the order in which it did.</summary>
    public IList<string> ToolsCalled { get; } = [];

    /// <summary>Size in UTF-8 bytes of the answer that has arrived so far.</summary>
    public long ResponseBytes { get; set; }

    /// <summary>How the call ended.</summary>
    public CallStatus Status { get; set; }

    /// <summary>Why it was refused or stopped; null otherwise.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>The name of the guard that refused or stopped it.</summary>
    public string? RefusedBy { get; set; }

    /// <summary>The type name of the inner client's error; never its message, which may hold content.</summary>
    public string? ErrorType { get; set; }

    /// <summary>What the call used, once it has ended.</summary>
    public CallUsage Usage { get; set; }

    /// <summary>What the call cost in nano-dollars (10⁻⁹ USD), once it has ended.</summary>
    public long CostNanoUsd { get; set; }

    /// <summary>The model id that the provider says has answered.</summary>
    public string? ResponseModelId { get; set; }

    /// <summary>The provider's id of the response.</summary>
    public string? ResponseId { get; set; }

    /// <summary>When the call ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The provenance record, once the call has ended.</summary>
    public ProvenanceStamp? Stamp { get; set; }

    /// <summary>W3C trace id of the call, or null when nothing traces.</summary>
    public string? TraceId { get; internal set; }

    /// <summary>The span that was started for this call, or null when nobody listens.</summary>
    internal Activity? Span { get; set; }

    /// <summary>The time provider's timestamp at the start, to measure durations with.</summary>
    internal long StartedTimestamp { get; }

    /// <summary>What the surface itself has against the call, before any guard is asked.</summary>
    internal Refusal? Objection { get; set; }

    /// <summary>Whether something about this call is durable already.</summary>
    internal bool IsCommitted { get; set; }

    /// <summary>Whether the call ended before it could leave: nothing reached the provider.</summary>
    internal bool HasStayed { get; set; }

    /// <summary>The size of the answer at which the guards are asked again.</summary>
    internal long NextCheckAt { get; set; }

    /// <summary>Finds what a guard stored for this call, or null.</summary>
    public T? Find<T>()
        where T : class
    {
        foreach (var item in _state)
        {
            if (item is T found)
                return found;
        }

        return null;
    }

    /// <summary>Stores a guard's own object for this call; its type is the key.</summary>
    public void Set<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        for (var i = 0; i < _state.Length; i++)
        {
            if (_state[i] is T)
            {
                _state[i] = value;
                return;
            }
        }

        Array.Resize(ref _state, _state.Length + 1);
        _state[^1] = value;
    }
}
