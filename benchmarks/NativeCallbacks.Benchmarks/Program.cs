using System.Globalization;
using System.IO;
using BenchmarkDotNet.Running;
using NativeCallbacks.Benchmarks;

switch (args)
{
    case ["--check"]:
        SuiteCheck.Run();
        break;
    case ["--rounds", var rounds, "--artifacts", var folder]:
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "calls.txt"), CodePlace.OfCalls);
        for (var round = 1; round <= int.Parse(rounds, CultureInfo.InvariantCulture); round++)
        {
            var iterations = new ShortIterations(round) { ArtifactsPath = Path.Combine(folder, $"round{round}") };
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).RunAll(iterations);
        }

        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new ShortIterations(round: 1));
        break;
}
