namespace MicroApps.Analyzers;

/// <summary>Takes names apart: <c>OpenAIApiKey2</c>, <c>X-Api-Key</c>, <c>Jwt:Secret</c>, <c>DB_PASSWORD</c>.</summary>
internal static class NameWords
{
    private const int MaxName = 128;

    /// <summary>The words in small letters, without digits behind them and without the plural's s.</summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        if (name.Length > MaxName)
            return words;
        for (var i = 0; i < name.Length;)
        {
            if (!char.IsLetter(name[i]))
            {
                i++;
                continue;
            }

            var end = EndOfWord(name, i);
            words.Add(Singular(name.Substring(i, end - i).ToLowerInvariant()));
            i = end;
        }

        return words;
    }

    // "APIKey" is "API" and "Key"; "OpenAI" is "Open" and "AI".
    private static int EndOfWord(string name, int start)
    {
        var i = start + 1;
        if (i < name.Length && char.IsUpper(name[start]) && char.IsUpper(name[i]))
        {
            while (i < name.Length && char.IsUpper(name[i]))
                i++;
            return i < name.Length && char.IsLower(name[i]) ? i - 1 : i;
        }

        while (i < name.Length && char.IsLower(name[i]))
            i++;
        return i;
    }

    private static string Singular(string word) => word switch
    {
        "keys" or "secrets" or "tokens" or "passwords" or "credentials" or "creds" or "apikeys" or "passphrases" => word.Substring(0, word.Length - 1),
        _ => word,
    };
}
