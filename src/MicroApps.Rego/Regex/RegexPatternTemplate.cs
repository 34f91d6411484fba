using System.Text;

namespace MicroApps.Rego;

/// <summary>Text with patterns between two delimiters, which <c>regex.template_match</c> matches as a whole.</summary>
internal static class RegexPatternTemplate
{
    /// <summary>Compiles a template; null when it is wrong, and then how.</summary>
    public static RegexProgram? Compile(string template, char open, char close, out string? error)
    {
        var pattern = new StringBuilder("^");
        var (level, begin, end) = (0, 0, 0);
        for (var i = 0; i < template.Length && level >= 0; i++)
        {
            if (template[i] == open)
            {
                if (++level == 1)
                    begin = i;
            }
            else if (template[i] == close && --level == 0)
            {
                var part = template.Substring(begin + 1, i - begin - 1);
                pattern.AppendQuoted(template.Substring(end, begin - end)).Append('(').Append(part).Append(')');
                end = i + 1;
                new RegexParser("^" + part + "$").Parse(out error);
                if (error is not null)
                    return null;
            }
        }

        if (level == 0)
            return RegexProgram.Compile(pattern.AppendQuoted(template.Substring(end)).Append('$').ToString(), out error);
        error = "unbalanced braces in " + RegexQuoting.InQuotes(template);
        return null;
    }
}
