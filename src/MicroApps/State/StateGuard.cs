namespace MicroApps;

/// <summary>Whether the app may make calls at all in the environment that it runs in.</summary>
internal sealed class StateGuard : Guard
{
    public override string Name => "state";

    public override ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        if (call.App.IsClosed)
            return new(Verdict.Refuse("state.closed", "The app is shutting down and takes no more calls.", "Make calls before the MicroApp is disposed."));

        var isSandboxModel = call.Target.Provider == SandboxModelProvider.ProviderName && call.Target.Endpoint is null;
        return new(call.App.Environment != AppEnvironment.Sandbox || isSandboxModel
            ? Verdict.Continue
            : Verdict.Refuse(
                "state.sandbox",
                $"The app runs in the sandbox, where only the built-in model answers; '{Describe(call.Target)}' was not called.",
                "Use the client that AddMicroApp registers, or set MicroApp:Environment (environment variable MicroApp__Environment) to staging or production once the app may run there."));
    }

    private static string Describe(CallTarget target) => target.Endpoint?.Host ?? (target.Provider.Length > 0 ? target.Provider : "a client that does not say where it connects to");
}
