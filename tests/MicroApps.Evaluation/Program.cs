using MicroApps.Evaluation;

try
{
    switch (args)
    {
        case ["pii", .. var rest]:
            PiiEvaluation.Run(EvaluationOptions.Parse(rest));
            return 0;
        case ["secrets", .. var rest]:
            SecretsEvaluation.Run(EvaluationOptions.Parse(rest));
            return 0;
        case ["train-names", var folder, var model, .. var more]:
            TrainNames.Run(folder, model, more.Contains("--with-share-alike"), epochs: 10);
            return 0;
        case ["rego", var cases, .. var flags]:
            return RegoConformance.Run(cases, flags.Contains("--failures")) ? 0 : 1;
        case ["rego-test", .. var rest] when rest.Any(a => a != "--failures"):
            // All folders, also behind one that fails.
            return rest.Where(a => a != "--failures").Aggregate(true, (all, folder) => RegoTests.Run(folder, rest.Contains("--failures")) && all) ? 0 : 1;
        case ["throughput", .. var files] when files.Length > 0:
            // The alternation of all key formats is larger than what the runtime takes by default.
            AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", 10_000_000);
            Throughput.Run(files);
            return 0;
        default:
            Console.Error.WriteLine(
                """
                Accuracy and speed of detection on case files; agreement of policies with their tests.

                  pii GOLD.jsonl[.gz] [--out PRED.jsonl] [--by source] [--errors TYPE]
                  secrets GOLD.jsonl[.gz] [--out PRED.jsonl] [--by source] [--errors KIND]
                  throughput FILE...
                  rego CASES.jsonl[.gz] [--failures]
                  rego-test FOLDER... [--failures]
                  train-names FOLDER names.model [--with-share-alike]
                """);
            return 2;
    }
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine($"evaluation: {e.Message}");
    return 1;
}
