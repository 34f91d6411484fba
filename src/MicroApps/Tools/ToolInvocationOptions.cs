namespace MicroApps;

/// <summary>How tools are invoked on behalf of the model.</summary>
public sealed class ToolInvocationOptions
{
    /// <summary>How many times in a row the model may ask for tools before the answer is given as it is. Default 10.</summary>
    public int MaxRounds { get; set; } = 10;
}
