using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.Processes;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>Runs as many signatures as one likes, a hundred to a seed, and tells what came of each seed as soon as it is known.</summary>
internal sealed class Soak(SoakOptions options, TextWriter output)
{
    private const int SignaturesOfSeed = 100;

    /// <summary>How many failing signatures of a seed are shrunk on a runtime: what fails more often fails for the same reason.</summary>
    private const int ShrunkOfSeed = 3;

    private readonly Dictionary<ChildRuntime, Total> _totals = options.Runtimes.ToDictionary(static runtime => runtime, static _ => new Total());

    /// <summary>Runs them.</summary>
    /// <returns>Whether nothing was wrong.</returns>
    public bool Run()
    {
        // It may run for days on what others leave of a busy machine.
        ProcessRun.Patience = TimeSpan.FromHours(1);
        for (var (seed, left) = (options.Seed, options.Signatures); left > 0; seed++, left -= SignaturesOfSeed)
        {
            foreach (var (batch, runtime, run) in RunSeed(seed, Math.Min(left, SignaturesOfSeed)))
            {
                var ofSeed = new Total().Add(run, batch, runtime.Target);
                _totals[runtime] = _totals[runtime].Add(run, batch, runtime.Target);
                Tell($"{runtime.Name}, seed {seed}: {ofSeed.Signatures} signatures, {ofSeed.BothWays} of them both ways, {run.Calls} calls, {run.Compared} bytes compared, {run.Failures.Length} failures");
                foreach (var failure in run.Failures)
                {
                    output.WriteLine(failure);
                }

                foreach (var failure in run.Failures.DistinctBy(static failure => failure.Signature.Key).Take(ShrunkOfSeed))
                {
                    Shrink(runtime, failure);
                }
            }
        }

        foreach (var (runtime, total) in _totals)
        {
            Tell($"{total.Runtime}, {runtime.Machine.Name}, seeds from {options.Seed}: {total.Signatures} signatures, {total.BothWays} of them both ways, {CCompiler.For(runtime.Machine).Length} compiler settings, {options.Sets} argument sets: {total.Calls} calls, {total.Compared} bytes compared, {total.Failures} failures");
            if (!runtime.Target.IsModern)
            {
                Tell($"left out: {options.Signatures - total.Signatures} signatures that pass a small struct that is three deep, unaligned or overlaid, or return a generic one; declared otherwise, of {total.Structs} structs: {total.FixedBuffers} with a fixed buffer in registers, {total.Pointers} elements with a pointer");
            }
        }

        return _totals.Values.All(static total => total.Failures == 0);
    }

    /// <summary>What a seed draws for each machine, on the runtimes of it.</summary>
    private IEnumerable<(Batch Batch, ChildRuntime Runtime, BatchRun Run)> RunSeed(ulong seed, int signatures) =>
        options.Runtimes.GroupBy(static runtime => runtime.Machine).SelectMany(runtimes =>
        {
            var batch = Batch.Draw(seed, signatures, runtimes.Key);
            return BatchRun.OnEach([.. runtimes], batch, options.Sets, CCompiler.For(runtimes.Key)).Select(item => (batch, item.Runtime, item.Run));
        });

    private void Shrink(ChildRuntime runtime, Failure failure)
    {
        var shrunk = Shrinker.Shrink(failure, options.Sets, runtime);
        output.WriteLine($"The simplest signature that fails so: {shrunk}");
        output.WriteLine(CSharpSource.Declarations(new Batch(shrunk.Seed, [shrunk.Signature], runtime.Machine), runtime.Target));
        output.Flush();
    }

    private void Tell(FormattableString text)
    {
        output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        output.Flush();
    }

    /// <summary>What came of the seeds so far, on one runtime.</summary>
    private sealed record Total
    {
        public string Runtime { get; private init; } = "";

        public int Signatures { get; private init; }

        public int BothWays { get; private init; }

        public long Calls { get; private init; }

        public long Compared { get; private init; }

        public int Failures { get; private init; }

        public int Structs { get; private init; }

        public int FixedBuffers { get; private init; }

        public int Pointers { get; private init; }

        public Total Add(BatchRun run, Batch batch, Target target)
        {
            var (names, called) = (new TypeNames(batch), batch.CalledOn(target));
            return new Total
            {
                Runtime = run.Runtime,
                Signatures = Signatures + called.Length,
                BothWays = BothWays + called.Count(static signature => signature.HasHandlers),
                Calls = Calls + run.Calls,
                Compared = Compared + run.Compared,
                Failures = Failures + run.Failures.Length,
                Structs = Structs + names.Structs.Count,
                FixedBuffers = FixedBuffers + names.Structs.Count(type => MonoRules.HasFixedBufferInRegisters(type, target)),
                Pointers = Pointers + names.Structs.Count(type => MonoRules.HasPointerInElement(type, names, target)),
            };
        }
    }
}
