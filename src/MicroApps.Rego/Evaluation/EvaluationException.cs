namespace MicroApps.Rego;

/// <summary>Ends an evaluation; turned into an error where it is called.</summary>
internal sealed class EvaluationException(RegoError error) : Exception(error.Message)
{
    public RegoError Error { get; } = error;
}
