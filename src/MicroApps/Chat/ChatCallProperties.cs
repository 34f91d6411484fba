using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Tells a governed chat client for whom and in which conversation a call is made. Both stay in the process.</summary>
public static class ChatCallProperties
{
    private const string Prefix = "microapps.";
    private const string UserKey = "microapps.user";
    private const string ConversationKey = "microapps.conversation";

    /// <summary>Names the person that the app acts for. Audit and quota see a keyed commitment of it.</summary>
    /// <returns>The same options, for chaining.</returns>
    public static ChatOptions ForUser(this ChatOptions options, string userId)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        (options.AdditionalProperties ??= [])[UserKey] = userId;
        return options;
    }

    /// <summary>Names the conversation in which placeholders keep their meaning from call to call, also across processes. Its map is kept in the vault.</summary>
    /// <remarks>Without it a call stands alone: as long as the app sends the whole history, placeholders are stable all the same.
    /// <para>A provider that keeps the history itself (<c>ChatOptions.ConversationId</c>) needs it: the placeholders in its history would mean nothing otherwise.</para></remarks>
    /// <returns>The same options, for chaining.</returns>
    public static ChatOptions InConversation(this ChatOptions options, string conversationId)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(conversationId);
        (options.AdditionalProperties ??= [])[ConversationKey] = conversationId;
        return options;
    }

    internal static string? FindUser(ChatOptions? options) => Find(options, UserKey);

    internal static string? FindConversation(ChatOptions? options) => Find(options, ConversationKey);

    internal static bool HasAny(AdditionalPropertiesDictionary properties) => properties.ContainsKey(UserKey) || properties.ContainsKey(ConversationKey);

    /// <summary>The properties that are not ours.</summary>
    internal static IEnumerable<KeyValuePair<string, object?>> Foreign(AdditionalPropertiesDictionary properties) =>
        properties.Where(p => !p.Key.StartsWith(Prefix, StringComparison.Ordinal));

    private static string? Find(ChatOptions? options, string key) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(key, out var value) ? value as string : null;
}
