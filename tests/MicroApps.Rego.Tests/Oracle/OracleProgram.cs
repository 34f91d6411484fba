using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace MicroApps.Rego.Tests;

/// <summary>The program of Open Policy Agent that answers are held against: <c>artifacts/tools/opa/opa</c>, or what MICROAPPS_OPA names.</summary>
internal static class OracleProgram
{
    private const string Sha256 = "00d114b94fdb1606a48cccdfc73c9ccdc62c38721150131ae578d5ff3df5c084";

    private static readonly Lazy<string> s_path = new(Find);

    /// <summary>Where it is. Its checksum is right.</summary>
    public static string Path => s_path.Value;

    /// <summary>What <c>opa check</c> refuses in the files of a folder: code, file and line of each error.</summary>
    public static async Task<IReadOnlyList<(string Code, string File, int Line)>> CheckAsync(string folder, IEnumerable<string> files, bool isStrict = false)
    {
        return Errors(await RunAsync(folder, ["check", "--v1-compatible", "--format", "json", .. isStrict ? ["--strict"] : Array.Empty<string>(), .. files]));
    }

    /// <summary>What <c>opa check</c> refuses in a source.</summary>
    public static async Task<IReadOnlyList<(string Code, string File, int Line)>> CheckAsync(string source)
    {
        var folder = Directory.CreateTempSubdirectory("check-");
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, "a.rego"), source);
        var errors = await CheckAsync(folder.FullName, ["a.rego"]);
        folder.Delete(recursive: true);
        return errors;
    }

    /// <summary>The value of a query: its JSON, "undefined", or the code of an error.</summary>
    public static async Task<string> EvaluateAsync(string source, string data, string? input, string query, IEnumerable<string> options)
    {
        var folder = Directory.CreateTempSubdirectory("eval-");
        foreach (var (name, text) in new[] { ("a.rego", source), ("data.json", data), ("input.json", input ?? "") })
            File.WriteAllText(System.IO.Path.Combine(folder.FullName, name), text);
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
        var start = new ProcessStartInfo(Path) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
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

    private static string Find()
    {
        var path = Environment.GetEnvironmentVariable("MICROAPPS_OPA") is { Length: > 0 } named ? named : System.IO.Path.Combine(ParsingFiles.Root(), "artifacts", "tools", "opa", "opa");
        if (!File.Exists(path))
            throw new FileNotFoundException($"These tests need the program of Open Policy Agent at {path}: run tests/run.sh once, it installs it, or name it in MICROAPPS_OPA.", path);
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == Sha256 ? path : throw new InvalidDataException($"{path} is not OPA 0.70.0 for Linux on x64: its checksum is wrong.");
    }
}
