using System;
using System.Globalization;
using System.IO;
using System.Linq;
using NativeCallbacks.AbiTests.Emission;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>Runs as many signatures as one likes, a hundred to a seed, and tells what came of each seed as soon as it is known.</summary>
internal static class Soak
{
    private const int SignaturesOfSeed = 100;

    /// <summary>Runs them.</summary>
    /// <returns>Whether nothing was wrong.</returns>
    public static bool Run(SoakOptions options, TextWriter output)
    {
        var (bothWays, calls, compared, failures, runtime) = (0, 0L, 0L, 0, "");
        for (var (seed, left) = (options.Seed, options.Signatures); left > 0; seed++, left -= SignaturesOfSeed)
        {
            var batch = Batch.Draw(seed, Math.Min(left, SignaturesOfSeed));
            var run = BatchRun.Of(batch, options.Sets, options.Runtime, CCompiler.All);
            var handled = batch.Signatures.Count(static signature => signature.HasHandlers);
            bothWays += handled;
            calls += run.Calls;
            compared += run.Compared;
            failures += run.Failures.Length;
            runtime = run.Runtime;
            output.WriteLine(Line($"seed {seed}: {batch.Signatures.Length} signatures, {handled} of them both ways, {run.Calls} calls, {run.Compared} bytes compared, {run.Failures.Length} failures"));
            output.Flush();
            foreach (var ofSignature in run.Failures.GroupBy(static failure => failure.Signature.Key))
            {
                Describe(options, output, ofSignature.ToArray());
            }
        }

        output.WriteLine(Line($"{runtime}, seeds {options.Seed}–{options.Seed + (ulong)((options.Signatures - 1) / SignaturesOfSeed)}: {options.Signatures} signatures, {bothWays} of them both ways, {CCompiler.All.Length} compiler settings, {options.Sets} argument sets: {calls} calls, {compared} bytes compared, {failures} failures"));
        return failures == 0;
    }

    private static void Describe(SoakOptions options, TextWriter output, Failure[] failures)
    {
        foreach (var failure in failures)
        {
            output.WriteLine(failure);
        }

        var shrunk = Shrinker.Shrink(failures[0], options.Sets, options.Runtime);
        output.WriteLine($"The simplest signature that fails so: {shrunk}");
        output.WriteLine(CSharpSource.Declarations(new Batch(shrunk.Seed, [shrunk.Signature]), options.Runtime.Target));
        output.Flush();
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
