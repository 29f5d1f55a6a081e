using System.Runtime.ExceptionServices;

namespace NumbaHost;

/// <summary>Threads that .NET starts and that Python does not know.</summary>
internal static class Crew
{
    /// <summary>Calls <paramref name="work"/> once on each of several new threads, all at the same time.</summary>
    /// <exception cref="Exception">The first one, by number of the thread, that <paramref name="work"/> threw.</exception>
    public static void Run(int count, Action<int> work)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        using var start = new Barrier(count);
        var failures = new Exception?[count];
        var threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            var number = i;
            threads[i] = new Thread(() =>
            {
                start.SignalAndWait();
                try
                {
                    work(number);
                }
#pragma warning disable CA1031 // Thrown again on the thread that waits.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failures[number] = exception;
                }
            });
            threads[i].Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        if (Array.Find(failures, static failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
