namespace MicroApps;

/// <summary>The YAML parser's complaints in words that help somebody who has never heard of a mapping or a scalar.</summary>
internal static class YamlTrouble
{
    private const string Spaces = "start fields of one group in the same column, with spaces";

    private static readonly (string Complaint, string Message, string Mend)[] Known =
    [
        ("quoted scalar, found unexpected end", "a quoted text is never closed", "Write the same quote at its end"),
        ("unknown escape character", "a backslash in a text in double quotes starts something unknown", "Use single quotes, or write the backslash twice"),
        ("surrogates", "an escape stands for half a character", "Write the character itself"),
        ("quoted scalar", "a quoted text is not written well", "Use single quotes, and write a single quote within as two"),
        ("plain scalar value, found invalid mapping", "there is a second ': ' in one line, or the line is indented too far", "Put a text that holds ': ' in quotes; " + Spaces),
        ("multiline plain scalar, found invalid mapping", "the line before lacks its ': '", "Write 'name: value', with a space after the colon"),
        ("could not find expected ':'", "a ':' is missing", "Write 'name: value', with a space after the colon"),
        ("cannot start any token", "a text cannot start with this character", "Put the text in quotes"),
        ("tab", "a tab is used as indentation", "Use spaces"),
        ("did not find expected '-' indicator", "an item of a list starts with '- '", "Start it with '- ' in the column of the items before, or end the list"),
        ("sequence entries are not allowed", "a list cannot start here", "Start the list on the next line, or write it as [a, b]"),
        ("did not find expected key", "a field is expected here", "Check the indentation: " + Spaces + "; put a text that goes on after its closing quote in other quotes"),
    ];

    public static (string Message, string Mend) Explain(string complaint)
    {
        foreach (var known in Known)
        {
            if (complaint.Contains(known.Complaint)) return (known.Message, known.Mend);
        }

        return ("the text is not YAML from here on", "Check quotes, brackets and indentation in this line and the one before");
    }
}
