using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using MicroApps.Tests;

namespace MicroApps.Rego.Tests;

/// <summary>OPA as a server on a socket in a folder of its own. One policy at a time.</summary>
internal sealed class OracleServer : IAsyncDisposable
{
    /// <summary>What it says when it failed inside.</summary>
    public const string Panic = "eval_internal_error";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("opa-");
    private readonly Process _process;
    private readonly HttpClient _http;

    private OracleServer()
    {
        var socket = System.IO.Path.Combine(_folder.FullName, "s");
        _process = Process.Start(OpaProgram.Path, ["run", "--server", "--v1-compatible", "--addr", $"unix://{socket}", "--log-level", "error", "--disable-telemetry"]);
        _http = new(new SocketsHttpHandler { ConnectCallback = (_, cancellation) => ConnectAsync(socket, cancellation) }) { BaseAddress = new("http://opa/v1/"), Timeout = TimeSpan.FromSeconds(20) };
    }

    public static async Task<OracleServer> StartAsync()
    {
        var server = new OracleServer();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await server._http.GetAsync("policies");
                return server;
            }
            catch (HttpRequestException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Puts a module in the place of the last.</summary>
    /// <returns>Why it is refused; empty when it is not.</returns>
    public async Task<IReadOnlyList<(string Code, string File, int Line)>> PutPolicyAsync(string source) => OracleProgram.Errors(await SendAsync(HttpMethod.Put, "policies/a.rego", source, "text/plain"));

    public async Task PutDataAsync(string path, string json)
    {
        var answer = await SendAsync(HttpMethod.Put, "data/" + path, json, "application/json");
        if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("code", out _))
            throw new InvalidOperationException(answer.ToString());
    }

    /// <summary>The document at a path: its JSON, "undefined", or the code of an error.</summary>
    public async Task<string> EvaluateAsync(string path, string? input)
    {
        JsonElement answer;
        try
        {
            answer = await SendAsync(HttpMethod.Post, "data/" + path, input is null ? "{}" : $"{{\"input\":{input}}}", "application/json");
        }
        catch (HttpRequestException)
        {
            // OPA ends the connection without an answer when it panics.
            return Panic;
        }

        if (answer.TryGetProperty("result", out var result))
            return result.GetRawText();
        if (OracleProgram.Errors(answer) is [var error, ..])
            return error.Code;
        return answer.TryGetProperty("code", out _) ? answer.ToString() : "undefined";
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string content, string type)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(content, Encoding.UTF8, type) };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
