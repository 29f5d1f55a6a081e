using System;
using System.Threading;
using System.Threading.Tasks;
using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace ParallelSample;

/// <summary>
/// A <c>Map</c> over many numbers, in parts, on all cores. One that was cancelled says how far it came, and goes on from there
/// when it is run again. The loop over the parts is the platform's; a part is a <c>Map</c> over a slice.
/// </summary>
/// <param name="function">A native function that several threads may call at once.</param>
/// <param name="input">The arguments.</param>
/// <param name="output">
/// Receives the results, as many as there are arguments. It is memory and not a span, because a lambda cannot capture a span; each
/// part makes its own span.
/// </param>
/// <param name="partLength">The elements of a part: many enough to outweigh its start, few enough to be cancelled in between.</param>
internal sealed class PartwiseMap(
    NativeCallback<ScalarFunction> function, ReadOnlyMemory<double> input, Memory<double> output, int partLength)
{
    private readonly bool[] _isMapped = new bool[(input.Length + partLength - 1) / partLength];
    private int _mappedCount;

    /// <summary>How many parts there are.</summary>
    public int Count => _isMapped.Length;

    /// <summary>How many of them are mapped.</summary>
    public int MappedCount => Volatile.Read(ref _mappedCount);

    /// <summary>Whether a part is mapped. The output of one that is not is as it was before.</summary>
    public bool IsMapped(int part) => _isMapped[part];

    /// <summary>Which elements a part has.</summary>
    public Range RangeOf(int part) => (part * partLength)..Math.Min((part + 1) * partLength, input.Length);

    /// <summary>Maps the parts that are not mapped yet, in any order.</summary>
    /// <param name="progress">Told after each part how many are mapped, on the thread that mapped it.</param>
    /// <param name="cancellation">Ends the run between two parts; no part stays half mapped.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="AggregateException">The callback is <see langword="default"/>, or <paramref name="progress"/> threw.</exception>
    public void Run(IProgress<int> progress, CancellationToken cancellation) =>
        Parallel.For(0, Count, new ParallelOptions { CancellationToken = cancellation }, part =>
        {
            // The loop looks for a cancellation too, but may hear of it some parts later.
            cancellation.ThrowIfCancellationRequested();
            if (_isMapped[part])
            {
                return;
            }

            var range = RangeOf(part);
            function.Map(input.Span[range], output.Span[range]);
            _isMapped[part] = true;
            progress.Report(Interlocked.Increment(ref _mappedCount));
        });
}
