using System.Text.RegularExpressions;

namespace MicroApps.Templates.Tests;

/// <summary>What a newcomer may type into a new app: the build tells it where it stands, and the code fix leaves an app that builds clean.</summary>
[Trait("Spec", "ANA-1")]
public sealed partial class TypedMistakeTests(TemplateFixture templates) : IClassFixture<TemplateFixture>
{
    private const string Anchor = "var app = host.Services.GetRequiredService<MicroApp>();";

    private static readonly string s_key = "ghp" + "_" + "Zk3vQ9mT1xR7bN5wL2" + "cY8dF4hJ6pS0aGuE7z";

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "MAPP1001", "error", $"var token = \"«{s_key}»\"; Console.WriteLine(token.Length);" },
        { "MAPP1002", "warning", "var password = «\"Tr0ub4dor" + "-and-3\"»; Console.WriteLine(password.Length);" },
        { "MAPP2001", "warning", "var endpoint = «\"https://api.openai.com/v1\"»; Console.WriteLine(endpoint.Length);" },
        { "MAPP2002", "warning", "IChatClient raw = «new OpenAIChatClient(new OpenAIModelOptions { Model = \"gpt-4.1-mini\" })»; Console.WriteLine(raw is null);" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_isToldWhereItStands_andItsFixLeavesACleanApp(string rule, string level, string line)
    {
        var app = templates.Create("Typed" + rule);
        var program = Path.Combine(app, "Program.cs");
        File.WriteAllText(program, File.ReadAllText(program).Replace(Anchor, line.Replace("«", "").Replace("»", "") + "\n" + Anchor));
        var place = $"Program.cs({Array.FindIndex(File.ReadAllLines(program), l => l.StartsWith(Anchor, StringComparison.Ordinal))},{line.IndexOf('«') + 1})";

        var told = Told(templates.Run(app, "build").Output);
        templates.Dotnet(app, "format", "analyzers", $"Typed{rule}.csproj", "--no-restore", "--diagnostics", rule, "--severity", "info");

        Assert.Contains($"{place}: {level} {rule}", told);
        Assert.DoesNotContain(line.Split('«')[1].Split('»')[0], File.ReadAllText(program));
        Assert.Contains("0 Warning(s)", templates.Dotnet(app, "build", "-warnaserror"));
    }

    [Fact]
    public void ForbiddenField_isToldInTheManifest_andByThePolicyOfTheOrganisation()
    {
        var app = templates.Create("TypedField");
        var manifest = Path.Combine(app, "microapp.yaml");
        File.AppendAllText(manifest, "colour: red\n");
        Directory.CreateDirectory(Path.Combine(app, "policies"));
        File.WriteAllText(Path.Combine(app, "policies", "org.rego"), "package microapp\n\ndeny contains {\"field\": \"users.reach\", \"message\": \"nobody works alone\"} if input.users.reach == \"single-user\"\n");
        var lines = File.ReadAllLines(manifest);

        var told = Told(templates.Run(app, "build").Output);

        Assert.Equal<HashSet<string>>(
            [$"microapp.yaml({Array.FindIndex(lines, l => l.StartsWith("users:", StringComparison.Ordinal)) + 1},17): error MAPP4004", $"microapp.yaml({lines.Length},1): error MAPP4002"],
            told);
    }

    // File(line,column): level ID, once each: the build prints them again at its end.
    private static HashSet<string> Told(string output) => Finding().Matches(output).Select(m => m.Groups[1].Value).ToHashSet();

    [GeneratedRegex(@"([\w.]+\(\d+,\d+\): (?:error|warning) MAPP\d{4})")]
    private static partial Regex Finding();
}
