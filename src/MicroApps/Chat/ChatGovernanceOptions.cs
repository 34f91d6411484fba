namespace MicroApps;

/// <summary>Exceptions to what a governed chat client allows. Each one opens a way round the guards; the defaults open none.</summary>
public sealed class ChatGovernanceOptions
{
    /// <summary>Whether <c>GetService</c> hands out the provider's own client, whose calls nobody redacts, meters or records.</summary>
    public bool ExposeInnerClient { get; set; }

    /// <summary>Whether <c>ChatOptions.RawRepresentationFactory</c> is passed on. What it makes is sent as it is.</summary>
    public bool AllowRawRequestOptions { get; set; }
}
