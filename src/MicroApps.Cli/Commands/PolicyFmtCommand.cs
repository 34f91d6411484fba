using System.CommandLine;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary><c>microapp policy fmt</c>: policies in the usual layout.</summary>
internal sealed class PolicyFmtCommand : PolicyVerb
{
    private readonly Argument<string[]> _paths = PolicySources.Paths("The .rego files, or folders with them.");
    private readonly Option<bool> _write = new("--write", "-w") { Description = "Write the files in place." };
    private readonly Option<bool> _diff = new("--diff", "-d") { Description = "Show what would change; exit code 1 when something would." };
    private readonly Option<bool> _list = new("--list", "-l") { Description = "List the files that would change; exit code 1 when there are any." };

    public PolicyFmtCommand()
        : base("fmt", "Formats policies, as opa fmt does.", "microapp policy fmt policies/ --write", "microapp policy fmt policies/ --list")
    {
        Add(_paths);
        Add(_write);
        Add(_diff);
        Add(_list);
    }

    protected override int Run(ParseResult line, Action<IReadOnlyDictionary<string, string>> loaded, CancellationToken cancellationToken)
    {
        if (new[] { _write, _diff, _list }.Count(o => line.GetValue(o)) > 1)
            throw new CliException("Choose one of --write, --diff and --list.");
        var files = line.GetRequiredValue(_paths).SelectMany(Files).Distinct(StringComparer.Ordinal).ToDictionary(f => f, File.ReadAllText, StringComparer.Ordinal);
        loaded(files);
        List<RegoError> errors = [];
        var changed = 0;
        foreach (var (file, source) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var formatted = RegoFormatter.Format(file, source);
                changed += formatted == source ? 0 : 1;
                Show(line, file, source, formatted);
            }
            catch (RegoException e)
            {
                errors.AddRange(e.Errors);
            }
        }

        if (errors.Count > 0)
            throw new RegoException(errors);
        return changed > 0 && (line.GetValue(_diff) || line.GetValue(_list)) ? ExitCode.FoundWrong : ExitCode.Ok;
    }

    private void Show(ParseResult line, string file, string source, string formatted)
    {
        var changes = formatted != source;
        if (line.GetValue(_write))
        {
            if (changes)
                File.WriteAllText(file, formatted);
            if (changes)
                Error(line).WriteLine($"{Plain.Text(file)}: written.");
        }
        else if (line.GetValue(_diff))
        {
            if (changes)
                PolicyDiff.Write(Out(line), file, source, formatted);
        }
        else if (line.GetValue(_list))
        {
            if (changes)
                Out(line).WriteLine(Plain.Text(file));
        }
        else
        {
            Out(line).Write(formatted);
        }
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.rego", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
