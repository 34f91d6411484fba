using System.Text;

namespace MicroApps.Analyzers;

/// <summary>Names a setting after what a secret goes to.</summary>
internal static class SettingNames
{
    /// <summary>As keys of configuration are written: <c>Smtp:Password</c>, <c>ApiKey</c>.</summary>
    public static string OfConfiguration(string name)
    {
        if (name.IndexOf(':') >= 0)
            return name;
        var text = new StringBuilder();
        foreach (var word in NameWords.Of(name))
            text.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1));
        return text.Length == 0 ? "Secret" : text.ToString();
    }

    /// <summary>As variables of the environment are written: <c>SMTP_PASSWORD</c>.</summary>
    public static string OfEnvironment(string name) => string.Join("_", NameWords.Of(name)) is { Length: > 0 } words ? words.ToUpperInvariant() : "SECRET";
}
