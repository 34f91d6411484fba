using System.Diagnostics;
using System.Text.Json;
using MicroApps.Tests;

namespace MicroApps.Rego.Tests;

/// <summary>What the program of Open Policy Agent answers, a process for each question.</summary>
internal static class OracleProgram
{
    /// <summary>What <c>opa check</c> refuses in the files of a folder: code, file and line of each error.</summary>
    public static async Task<IReadOnlyList<(string Code, string File, int Line)>> CheckAsync(string folder, IEnumerable<string> files, bool isStrict = false)
    {
        return Errors(await RunAsync(folder, ["check", "--v1-compatible", "--format", "json", .. isStrict ? ["--strict"] : Array.Empty<string>(), .. files]));
    }

    /// <summary>What <c>opa check</c> refuses in a source.</summary>
    public static async Task<IReadOnlyList<(string Code, string File, int Line)>> CheckAsync(string source)
    {
        var folder = Directory.CreateTempSubdirectory("check-");
        File.WriteAllText(Path.Combine(folder.FullName, "a.rego"), source);
        var errors = await CheckAsync(folder.FullName, ["a.rego"]);
        folder.Delete(recursive: true);
        return errors;
    }

    /// <summary>The value of a query: its JSON, "undefined", or the code of an error.</summary>
    public static async Task<string> EvaluateAsync(string source, string data, string? input, string query, IEnumerable<string> options)
    {
        var folder = Directory.CreateTempSubdirectory("eval-");
        foreach (var (name, text) in new[] { ("a.rego", source), ("data.json", data), ("input.json", input ?? "") })
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        var answer = await RunAsync(folder.FullName, ["eval", "--v1-compatible", "--format", "json", .. options, "--data", "a.rego", "--data", "data.json", .. input is null ? Array.Empty<string>() : ["--input", "input.json"], query]);
        folder.Delete(recursive: true);
        if (Errors(answer) is [var error, ..])
            return error.Code;
        return answer.TryGetProperty("result", out var result) ? RegoValue.Parse(result[0].GetProperty("expressions")[0].GetProperty("value").GetRawText()).ToJson() : "undefined";
    }

    /// <summary>The errors in an answer; line 0 for those without a place.</summary>
    public static IReadOnlyList<(string Code, string File, int Line)> Errors(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(Error)]
            : [];

    // What it prints; nothing for an empty object.
    private static async Task<JsonElement> RunAsync(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(OpaProgram.Path) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var text = (await output).Trim() is { Length: > 0 } found ? found : errors.Trim();
        return text.Length == 0 ? default : text[0] == '{' ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException(text);
    }

    private static (string, string, int) Error(JsonElement error)
    {
        var code = error.TryGetProperty("code", out var known) ? known.GetString()! : "";
        return error.TryGetProperty("location", out var location) ? (code, location.GetProperty("file").GetString()!, location.GetProperty("row").GetInt32()) : (code, "", 0);
    }
}
