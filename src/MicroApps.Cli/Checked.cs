using System.CommandLine;
using System.CommandLine.Parsing;

namespace MicroApps.Cli;

/// <summary>Options whose text must have a certain form, and that say in plain words when it has not.</summary>
internal static class Checked
{
    public delegate bool Reader<T>(string text, out T value);

    public static Option<T?> Option<T>(string name, string helpName, string description, string takes, Reader<T> read)
        where T : struct => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result => Read(result, name, takes, read),
    };

    private static T? Read<T>(ArgumentResult result, string name, string takes, Reader<T> read)
        where T : struct
    {
        var text = result.Tokens[0].Value;
        if (read(text, out var value))
            return value;
        result.AddError($"{name} takes {takes}; '{Plain.Text(text)}' is none.");
        return null;
    }
}
