namespace MicroApps;

/// <summary>What must hold before an app may start in its environment.</summary>
internal static class StartCheck
{
    public static void Run(MicroAppOptions options, Manifest manifest)
    {
        var environment = options.Environment;
        if (environment != AppEnvironment.Sandbox && !manifest.Environments.Contains(environment))
        {
            var name = environment.ToString().ToLowerInvariant();
            throw new MicroAppStartException(
                $"The app '{manifest.Id}' is set to run in {name}, but its manifest declares only {string.Join(", ", manifest.Environments).ToLowerInvariant()}. Add '{name}' to 'environments' in microapp.yaml and have it reviewed, or set MicroApp:Environment to one of those.");
        }

        if (environment == AppEnvironment.Production && IsOn(Environment.GetEnvironmentVariable(Telemetry.CaptureContentVariable)))
        {
            throw new MicroAppStartException(
                $"The environment variable {Telemetry.CaptureContentVariable} would make telemetry record raw prompts and answers in production. Unset it, or set it to false.");
        }
    }

    // The conventions know more values than true: every mode that captures into spans or events counts.
    private static bool IsOn(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.Trim().ToLowerInvariant() is not ("false" or "0" or "no" or "off" or "none" or "no_content");
}
