using System;
using System.Linq;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading;
using NativeCallbacks.Tests.Pins;

namespace NativeCallbacks.Tests.Stress;

/// <summary>
/// Threads call native code with spans over fresh arrays while one more thread compacts the heap. Native code calls back
/// in the middle of each call, and the callback compacts once more: so there is a compaction in every call.
/// </summary>
internal static unsafe class PinStressScenario
{
    public const string Name = "pin-stress";

    /// <summary>The variable that says who calls: "1" is the library, "0" the control, which is written by hand and pins nothing.</summary>
    public const string IsPinned = "NATIVECALLBACKS_PINNED";

    public const int Threads = 3;

    public static readonly int CallsPerThread = Soak.Times(usual: 100, soaking: 2_000);

    private static readonly NativeCallback<TransformWithPause> Transform = Shim.Get<TransformWithPause>("stress_transform");

    private static NativeCallback<Pause> CompactHere => new((nint)(delegate* unmanaged[Cdecl]<void>)&OnCompact);

    private static NativeCallback<Pause> AllocateHere => new((nint)(delegate* unmanaged[Cdecl]<void>)&OnAllocate);

    private delegate double Call(ReadOnlySpan<double> input, Span<double> output, NativeCallback<Pause> pause);

    public static void Play()
    {
        Call call = Environment.GetEnvironmentVariable(IsPinned) == "1" ? CallPinned : CallUnpinned;
        var report = new Report { Collecting = CallWhileItCollects(call), Compacting = CallWhileItCompacts(call), IsServer = GCSettings.IsServerGC };
        Console.Write(JsonSerializer.Serialize(report));
    }

    /// <summary>No collection is asked for: a small generation 0 brings them about.</summary>
    private static Counts CallWhileItCollects(Call call)
    {
        var counts = new Counts();
        for (var i = 0; i < CallsPerThread && counts.Wrong == 0; i++)
        {
            var before = GC.CollectionCount(0);
            Try(call, AllocateHere, i, counts);
            counts.Collected += GC.CollectionCount(0) == before ? 0 : 1;
        }

        return counts;
    }

    private static Counts CallWhileItCompacts(Call call)
    {
        var counts = new Counts();
        var workers = Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            for (var i = 0; i < CallsPerThread && counts.Wrong == 0; i++)
            {
                Try(call, CompactHere, (index * CallsPerThread) + i, counts);
            }
        })).ToList();
        var compactor = new Thread(() =>
        {
            while (workers.Exists(static worker => worker.IsAlive))
            {
                MovingHeap.Compact();
                counts.Collected++;
            }
        });

        workers.ForEach(static worker => worker.Start());
        compactor.Start();
        workers.ForEach(static worker => worker.Join());
        compactor.Join();
        return counts;
    }

    private static void Try(Call call, NativeCallback<Pause> pause, int seed, Counts counts)
    {
        var length = 8 + (seed % 50);
        var input = MovingHeap.AllocateMovable(length);
        var output = MovingHeap.AllocateMovable(length);
        var control = MovingHeap.AllocateMovable(length);
        var address = MovingHeap.AddressOf(control);
        var expected = 0.0;
        for (var i = 0; i < length; i++)
        {
            input[i] = seed - (0.5 * i);
            expected += (seed - (0.5 * i)) * (i + 1);
        }

        var sum = call(input, output, pause);

        var isMoved = MovingHeap.AddressOf(control) != address;
        var isRight = sum == expected;
        for (var i = 0; i < length; i++)
        {
            isRight &= output[i] == (3 * (seed - (0.5 * i))) - 1;
        }

        counts.Add(isRight, isMoved);
    }

    private static double CallPinned(ReadOnlySpan<double> input, Span<double> output, NativeCallback<Pause> pause) =>
        Transform.Invoke(input, output, input.Length, pause);

    /// <summary>The mistake that the library is there to prevent: addresses without <c>fixed</c>.</summary>
    private static double CallUnpinned(ReadOnlySpan<double> input, Span<double> output, NativeCallback<Pause> pause) =>
        ((delegate* unmanaged[Cdecl]<double*, double*, int, nint, double>)Transform.Address)(
            (double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(input)),
            (double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(output)),
            input.Length,
            pause.Address);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnCompact() => MovingHeap.Compact();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnAllocate() => MovingHeap.AllocateGarbage(5_000, 16);

    /// <summary>What the process writes at its end. It has a plain constructor, because NativeAOT serializes no other by reflection.</summary>
    internal sealed class Report
    {
        /// <summary>The calls of one thread, during which the runtime collects of its own accord.</summary>
        public Counts Collecting { get; set; } = new();

        /// <summary>The calls of all threads, with a compaction in each.</summary>
        public Counts Compacting { get; set; } = new();

        /// <summary>Whether the collector is that of servers.</summary>
        public bool IsServer { get; set; }
    }

    /// <summary>What became of calls. The first wrong one is the last: the control may have written to what is another's by now.</summary>
    internal sealed class Counts
    {
        /// <summary>Calls whose result and output were as computed.</summary>
        public int Right { get; set; }

        /// <summary>Calls whose result or output was not.</summary>
        public int Wrong { get; set; }

        /// <summary>Calls in which an array that nobody held moved.</summary>
        public int Moved { get; set; }

        /// <summary>Calls in which the runtime collected; with the compactor, its compactions.</summary>
        public int Collected { get; set; }

        public void Add(bool isRight, bool isMoved)
        {
            lock (this)
            {
                (Right, Wrong) = isRight ? (Right + 1, Wrong) : (Right, Wrong + 1);
                Moved += isMoved ? 1 : 0;
            }
        }
    }
}
