using System.Diagnostics;

namespace MpiSample;

/// <summary>Where the time of a rank went, in seconds.</summary>
internal readonly record struct RankTimes(double Total, double Kernel, double Mpi, long Elements);

/// <summary>A clock that can be started and stopped.</summary>
internal sealed class Clock
{
    private readonly Stopwatch _watch = new();

    public double Seconds => _watch.Elapsed.TotalSeconds;

    public void Run(Action action)
    {
        _watch.Start();
        action();
        _watch.Stop();
    }
}
