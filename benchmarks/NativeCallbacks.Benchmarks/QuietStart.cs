using System;
using System.Threading;
using BenchmarkDotNet.EventProcessors;

namespace NativeCallbacks.Benchmarks;

/// <summary>
/// Lets the runtime compile for the second time what BenchmarkDotNet itself has run so far, before the first contender waits
/// in the same queue.
/// </summary>
internal sealed class QuietStart : EventProcessor
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public override void OnStartRunStage() => Thread.Sleep(Pause);
}
