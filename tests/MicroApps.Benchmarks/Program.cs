using System.Globalization;
using BenchmarkDotNet.Running;
using MicroApps.Benchmarks;

switch (args)
{
    case ["ratios", ..]:
        await Ratios.RunAsync(args.Skip(1).FirstOrDefault());
        break;
    case ["rego", ..]:
        RegoRatios.Run(args.Skip(1).FirstOrDefault(a => a[0] != '-'), withOracle: !args.Contains("--alone"));
        break;
    case ["rego-cold", var folder]:
        RegoCold.Decide(folder);
        break;
    case ["throughput", ..]:
        await Throughput.RunAsync(TimeSpan.FromSeconds(5));
        break;
    case ["smoke", ..]:
        await Throughput.RunAsync(TimeSpan.FromSeconds(0.2));
        break;
    case ["analyzers", .. var folders]:
        await AnalyzerRatios.RunAsync(folders);
        break;
    case ["rules", .. var folders]:
        await AnalyzerRatios.RunOursAsync(folders);
        break;
    case ["alarms", .. var folders]:
        await OwnAlarms.PrintAsync(folders);
        break;
    case ["rebuild", ..]:
        RebuildTime.Measure(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
        break;
}
