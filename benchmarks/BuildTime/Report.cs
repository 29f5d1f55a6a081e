using System;
using System.Linq;
using NativeCallbacks.Benchmarks.BuildTime.Compilers;

namespace NativeCallbacks.Benchmarks.BuildTime;

/// <summary>All measurements, in rounds, so that what the machine does meanwhile befalls all contenders alike.</summary>
internal static class Report
{
    private static readonly Contender[] Contenders = [Contender.Idle, Contender.Own, Contender.Foreign, Contender.Api, Contender.LibraryImport];

    /// <summary>Compilers that are warm, as a compile server or an IDE is.</summary>
    public static string OfWarmCompilers(int[] sizes, int warmups, int rounds)
    {
        var benches = Contenders.SelectMany(contender => sizes.Select(size => (Contender: contender, Size: size, Bench: new Workbench(contender, size)))).ToList();
        foreach (var (_, _, bench) in benches)
        {
            bench.Check();
        }

        Results generate = new(), unrelated = new(), relevant = new(), compile = new(), analyze = new(), written = new();
        for (var round = -warmups; round < rounds; round++)
        {
            foreach (var (contender, size, bench) in benches)
            {
                Measure(generate, contender.Name, size, bench.Generate, round);
                Measure(unrelated, contender.Name, size, bench.GenerateAfterUnrelatedEdit, round);
                Measure(relevant, contender.Name, size, bench.GenerateAfterRelevantEdit, round);
                Measure(compile, contender.Name, size, bench.CompileAll, round);
                if (contender == Contender.Idle)
                {
                    Measure(generate, "… again", size, bench.Generate, round);
                }
                else
                {
                    Measure(analyze, contender.Name, size, bench.Analyze, round);
                }
            }
        }

        foreach (var (contender, size, bench) in benches.Where(static item => item.Contender != Contender.Idle))
        {
            written.Add($"{contender.Name}, unrelated edit", size, bench.FilesAfterUnrelatedEdit());
            written.Add($"{contender.Name}, one declaration edited", size, bench.FilesAfterRelevantEdit());
        }

        return $"""
            ### The generator

            {generate.Table(sizes)}
            {generate.TableForEach(sizes)}
            ### The generator after an edit

            In a file that declares nothing:

            {unrelated.Table(sizes)}
            In one declaration:

            {relevant.Table(sizes)}
            What is written again then:

            {written.CountTable("files", sizes)}
            ### The analyzers

            {analyze.Table(sizes)}
            ### The compiler itself, generated files included

            {compile.Table(sizes)}
            """;
    }

    /// <summary>A compiler that is started for one compilation.</summary>
    public static string OfColdCompilers(int[] sizes, int processes)
    {
        (string Name, Func<int, CompilerProcess> Create)[] contenders =
        [
            ("delegates, no generator", CompilerProcess.WithoutGenerator),
            ("**`[NativeSignature]`**", CompilerProcess.WithGenerator),
            ("`[LibraryImport]`", CompilerProcess.WithLibraryImport),
        ];
        var results = new Results();
        for (var round = 0; round < processes; round++)
        {
            foreach (var size in sizes)
            {
                foreach (var (name, create) in contenders)
                {
                    using var compiler = create(size);
                    results.Add(name, size, compiler.Run());
                }
            }
        }

        return $"""
            ### A compiler process, started for one compilation

            {results.Table(sizes)}
            """;
    }

    private static void Measure(Results results, string row, int size, Func<double> measurement, int round)
    {
        var value = measurement();
        if (round >= 0)
        {
            results.Add(row, size, value);
        }
    }
}
