using MpiSample;
using NativeCallbacks;
using NativeCallbacks.Numerics;

if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

// kernel.c, compiled by the build: native → .NET.
using var kernels = NativeModule.Load(Path.Combine(AppContext.BaseDirectory, "libkernel.so"));
var kernel = kernels.Bind<ScalarFunction>("damped_wave", "double damped_wave(double x)");

using var world = Communicator.Start();
var parts = new Parts(options.Elements, world.Size);
double[] all = world.IsRoot ? [.. Enumerable.Range(0, options.Elements).Select(static i => i * 1e-5)] : [];
var result = new double[all.Length];
var part = new double[parts.Counts[world.Rank]];
var mapped = new double[part.Length];

Compute(); // Once for the just-in-time compiler, and for MPI's connections.
var (moments, times) = Compute();
var timesOfAll = world.GatherTimes(times);
return !world.IsRoot || Report.Write(timesOfAll, all, result, moments, kernel) ? 0 : 1;

(Moments Moments, RankTimes Times) Compute()
{
    var merged = default(Moments);
    var (whole, inKernel, inMpi) = (new Clock(), new Clock(), new Clock());
    whole.Run(() =>
    {
        inMpi.Run(() => world.Scatter(all, parts, part));
        inKernel.Run(() => kernel.Map(part, mapped));
        inMpi.Run(() => world.Gather(mapped, parts, result));
        var mine = Moments.Of(mapped);
        inMpi.Run(() => merged = world.Reduce(mine, MergeAll));
    });
    return (merged, new RankTimes(whole.Seconds, inKernel.Seconds, inMpi.Seconds, part.Length));
}

// .NET → native: MPI calls this C# function on whichever rank it merges.
void MergeAll(ReadOnlySpan<Moments> input, Span<Moments> inout, in int length, in nint type)
{
    if (options.HasFault)
    {
        throw new InvalidOperationException($"Moments of {input[0].Count} numbers are refused.");
    }

    for (var i = 0; i < input.Length; i++)
    {
        inout[i] = Moments.Merge(input[i], inout[i]);
    }
}
