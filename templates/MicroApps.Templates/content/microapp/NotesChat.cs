using Microsoft.Extensions.AI;

/// <summary>Answers questions from the notes in a folder.</summary>
public sealed class NotesChat(IChatClient chat, string folder)
{
    private readonly List<ChatMessage> _history = [];

    /// <summary>Asks about the notes. Earlier questions and answers of this chat are known.</summary>
    public async Task<ChatResponse> AskAsync(string question, CancellationToken cancellationToken = default)
    {
        if (_history.Count == 0)
            _history.Add(new ChatMessage(ChatRole.User, $"Answer my questions from these notes:\n\n{await ReadNotesAsync(cancellationToken)}"));

        _history.Add(new ChatMessage(ChatRole.User, question));
        var answer = await chat.GetResponseAsync(_history, cancellationToken: cancellationToken);
        _history.AddMessages(answer);
        return answer;
    }

    private async Task<string> ReadNotesAsync(CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            texts.Add(await File.ReadAllTextAsync(file, cancellationToken));
        return string.Join("\n\n", texts);
    }
}
