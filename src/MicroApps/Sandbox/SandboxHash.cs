using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>FNV-1a, 64 bit: the same number for the same text on every machine and in every process.</summary>
internal static class SandboxHash
{
    /// <summary>The hash of nothing, to start from.</summary>
    public const ulong Start = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>Goes on hashing with <paramref name="text"/>.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return (hash ^ 0xFFFF) * Prime;
    }

    /// <summary>Mixes the bits, so that low bits can be taken.</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    /// <summary>The hash of a request: texts, tool results and tools.</summary>
    public static ulong Of(SandboxPrompt prompt, ChatOptions? options)
    {
        var hash = Add(Add(Start, prompt.System), prompt.User);
        foreach (var text in prompt.Earlier)
            hash = Add(hash, text);
        foreach (var call in prompt.Calls)
            hash = Add(hash, call.CallId);
        foreach (var result in prompt.Results)
            hash = Add(hash, SandboxContents.Text(result));
        foreach (var tool in options?.Tools ?? [])
            hash = Add(hash, tool?.Name);
        return Mix(hash);
    }
}
