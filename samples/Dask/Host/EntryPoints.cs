using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace DaskHost;

/// <summary>
/// .NET in a worker of Dask. Python gets the address of one function, a C# method that the library made callable, and calls
/// it with addresses of its own. They are spans when they arrive here, so nothing is unsafe.
/// </summary>
internal static partial class EntryPoints
{
    [StaticCallback(nameof(Map))]
    private static partial NativeCallback<MapChunk> Mapping { get; }

    /// <summary>The address of the function that maps a chunk.</summary>
    [UnmanagedCallersOnly]
    public static nint GetMapping() => Mapping.Address;

    private static int Map(
        nint kernel, string? signature, ReadOnlySpan<double> input, Span<double> output, nint count, Span<double> seconds, Span<byte> message, int capacity)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            var function = NativeCallback<ScalarFunction>.Bind(kernel, signature ?? "");
            seconds[0] = Stopwatch.GetElapsedTime(start).TotalSeconds;

            start = Stopwatch.GetTimestamp();
            function.Map(input, output);
            seconds[1] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return 0;
        }
#pragma warning disable CA1031 // Every exception is reported to Python.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var text = Encoding.UTF8.GetBytes($"{exception.GetType().Name}: {exception.Message}");
            var length = Math.Min(text.Length, message.Length);
            text.AsSpan(0, length).CopyTo(message);
            return length;
        }
    }
}
