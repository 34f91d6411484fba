using System.CommandLine;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>The options by which commands name policies and the keys of signed bundles, and what they load.</summary>
internal sealed class PolicySources
{
    private readonly Option<string?> _key = new("--verification-key")
    {
        HelpName = "FILE",
        Description = "The key that bundles have to be signed with: a public key in PEM, or the secret of HS256.",
    };

    private readonly Option<string> _algorithm = new("--signing-alg") { Description = "The algorithm of the signature.", DefaultValueFactory = _ => "RS256" };

    public PolicySources() => _algorithm.AcceptOnlyFromAmong("RS256", "ES256", "HS256");

    public void AddTo(Command command)
    {
        command.Add(_key);
        command.Add(_algorithm);
    }

    public RegoBundle Load(ParseResult line, IEnumerable<string> paths)
    {
        var options = new RegoBundleOptions();
        if (line.GetValue(_key) is { } file)
            options.Keys.Add(new(line.GetRequiredValue(_algorithm), File.ReadAllText(file).Trim()));
        return RegoBundle.Load(paths, options);
    }

    public static Argument<string[]> Paths(string description) => new("PATH") { Description = description, Arity = ArgumentArity.OneOrMore };

    public static Option<string[]> Data() => new("--data", "-d")
    {
        HelpName = "PATH",
        Description = "Policies and data: a .rego, .json or .yaml file, a folder, or a .tar.gz bundle. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Input() => new("--input", "-i") { HelpName = "FILE", Description = "The JSON that is input; - reads standard input." };

    /// <summary>The input; null when none is given.</summary>
    public static RegoValue? ReadInput(string? file)
    {
        if (file is null)
            return null;
        try
        {
            return file == "-" ? RegoValue.Parse(Console.In.ReadToEnd()) : RegoValue.Parse(File.ReadAllBytes(file));
        }
        catch (FormatException e)
        {
            throw new CliException($"{file}: no JSON: {e.Message}");
        }
    }

    /// <summary>Compiles with every function: authors look at policies here, and what a use of them grants is for that use to say.</summary>
    public static RegoPolicy Compile(RegoBundle bundle, bool keepPrint = false, RegoWatch? watch = null)
    {
        var compiler = new RegoCompiler { Capabilities = RegoCapabilities.All, KeepPrint = keepPrint, Watch = watch };
        bundle.AddTo(compiler);
        return compiler.Compile();
    }
}
