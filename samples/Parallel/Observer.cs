using System;

namespace ParallelSample;

/// <summary>
/// Calls an action for each report, on the thread that reports. <see cref="Progress{T}"/> would post it to another one, where it
/// may come after the run has ended.
/// </summary>
internal sealed class Observer(Action<int> action) : IProgress<int>
{
    public void Report(int value) => action(value);
}
