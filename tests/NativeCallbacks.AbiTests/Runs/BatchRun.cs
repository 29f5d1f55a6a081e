using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.Processes;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>What came of a batch.</summary>
/// <param name="Failures">What went wrong, in the order of the steps.</param>
/// <param name="Steps">How many signatures of libraries in directions were called.</param>
/// <param name="Calls">How many calls returned with every byte right; those that they led to are not counted.</param>
/// <param name="Compared">How many bytes were compared.</param>
/// <param name="Runtime">The runtime that ran it, as it describes itself.</param>
internal sealed record BatchRun(ImmutableArray<Failure> Failures, int Steps, long Calls, long Compared, string Runtime)
{
    /// <summary>What the lines of the program begin with, for us to read.</summary>
    private const string Mark = "abi ";

    /// <summary>Compiles a batch and runs it to its end, in as many child processes as crashes make necessary.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="sets">How often each signature is called, each time with other arguments.</param>
    /// <param name="runtime">What runs it.</param>
    /// <param name="compilers">What compiles the C.</param>
    /// <param name="sabotage">What is wrong on purpose.</param>
    public static BatchRun Of(Batch batch, int sets, ChildRuntime runtime, ImmutableArray<CCompiler> compilers, Sabotage? sabotage = null) =>
        OnEach([runtime], batch, sets, compilers, sabotage).Single().Run;

    /// <summary>The same on several runtimes, one after the other. What they have in common is compiled once.</summary>
    public static IEnumerable<(ChildRuntime Runtime, BatchRun Run)> OnEach(
        ImmutableArray<ChildRuntime> runtimes, Batch batch, int sets, ImmutableArray<CCompiler> compilers, Sabotage? sabotage = null)
    {
        var folder = Directory.CreateTempSubdirectory("native-callbacks-abi-").FullName;
        try
        {
            var source = Path.Combine(folder, "batch.c");
            File.WriteAllText(source, CSource.Of(batch, sabotage));
            var libraries = Task.WhenAll(compilers.Select(compiler => Task.Run(() => compiler.Compile(source))));
            var programs = runtimes.Select(static runtime => runtime.Target).Distinct()
                .ToDictionary(static target => target, target => CSharpCompiler.Compile(batch, target, Directory.CreateDirectory(Path.Combine(folder, target.Name)).FullName));
            foreach (var runtime in runtimes)
            {
                yield return (runtime, Run(batch, sets, runtime, compilers, programs[runtime.Target], libraries.Result));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BatchRun Run(
        Batch batch, int sets, ChildRuntime runtime, ImmutableArray<CCompiler> compilers, string program, IReadOnlyList<string> libraries)
    {
        var steps = compilers.SelectMany(compiler => batch.CalledOn(runtime.Target).SelectMany(signature => signature.HasHandlers
            ? [new Step(compiler, signature, true), new Step(compiler, signature, false)]
            : new[] { new Step(compiler, signature, true) })).ToList();
        var failures = ImmutableArray.CreateBuilder<Failure>();
        var (start, calls, compared, description) = (0, 0L, 0L, "");
        while (start < steps.Count)
        {
            var child = ProcessRun.Of(runtime.Start(
                program,
                [batch.Seed.ToString(CultureInfo.InvariantCulture), $"{sets}", $"{start}", .. libraries]));
            var lines = child.Output.Split('\n').Where(static line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(static line => line[Mark.Length..]).ToList();
            description = lines.FirstOrDefault() ?? throw new InvalidOperationException($"The program of seed {batch.Seed} did not start: {child.Errors}");
            failures.AddRange(lines.Where(static line => line[0] is 't' or 'w').Select(line => Failure.Read(batch, steps, line)));
            var last = lines.LastOrDefault(static line => line[0] is 'a' or 'd')?.Split(' ')
                ?? throw new InvalidOperationException($"The program of seed {batch.Seed} called nothing: {child.Errors}");
            calls += long.Parse(last[^2], CultureInfo.InvariantCulture);
            compared += long.Parse(last[^1], CultureInfo.InvariantCulture);
            if (child.ExitCode == 0 && last[0] == "done")
            {
                break;
            }

            // One that dies after its last step is to blame for it.
            var crashed = last[0] == "done" ? steps.Count - 1 : int.Parse(last[1], CultureInfo.InvariantCulture);
            failures.Add(steps[crashed].Fails(batch, Outcome.Crashed, "", $"the process died with code {child.ExitCode}: {FirstLine(child)}"));
            start = crashed + 1;
        }

        return new BatchRun(failures.ToImmutable(), steps.Count, calls, compared, description["on ".Length..]);
    }

    /// <summary>What a program that died said: Mono says it on standard output.</summary>
    private static string FirstLine(ProcessRun child) => (child.Errors + "\n" + child.Output).Split('\n')
        .FirstOrDefault(static line => line.Trim().Length > 0 && !line.StartsWith(Mark, StringComparison.Ordinal)) ?? "";
}
