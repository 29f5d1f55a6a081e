using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature]
internal delegate int Compare(in int a, in int b);

[NativeSignature]
internal delegate void QSort([Shape(nameof(count))] Span<int> items, nuint count, nuint size, NativeCallback<Compare> compare);

[NativeSignature]
internal delegate long RecursiveFunction(int depth, [UserData] nint user);

[NativeSignature]
internal delegate long CallRecursive(NativeCallback<RecursiveFunction> f, int depth, [UserData(nameof(f))] nint user);

/// <summary>Tests that measure the process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "Alone";
}

/// <summary>Many callbacks, many threads, deep stacks.</summary>
[Collection(Alone.Name)]
public class StressTests
{
#if NET
    private const int Cycles = 500_000;
#else
    private const int Cycles = 50_000; // Mono takes ten times as long for each.
#endif
    private const int CollectEach = 5_000;

    /// <summary>What a pool keeps for each address: a slot, a delegate, entries of a dictionary and a queue.</summary>
    private const int BytesPerSlot = 1_000;

    /// <summary>The process's own business between two measurements: the test host, the tiered JIT, the pools of threads.</summary>
    private const int Noise = 2_000_000;

    [Fact]
    public void ManyCycles_WithContext_OnTwoThreadsUnderCollections_LoseNothingAndKeepMemoryFlat()
    {
        var sum = Shim.Get<SumStressCount>("upcall_sum");
        Cycle(WithContext, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var lost = OnTwoThreads(() => Cycle(WithContext, Cycles));

        lost.Should().Be(0);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(Noise, "the table has as many entries as callbacks live at once");

        bool WithContext(int i)
        {
            var closure = new long[] { i };
            using var handler = new StressCount((j, _) => closure[0] + j).ToManagedCallback();
            CollectNowAndThen(i);
            return sum.Invoke(handler.Callback, 3, handler.UserData) == (3L * i) + 3;
        }
    }

    [Fact]
    public void ManyCycles_WithoutContext_OnTwoThreadsUnderCollections_LoseNothingAndKeepMemoryFlat()
    {
        var sum = Shim.Get<SumStressPlainCount>("upcall_sum_plain");
        var addresses = new HashSet<nint>();
        Cycle(WithoutContext, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var lost = OnTwoThreads(() => Cycle(WithoutContext, Cycles));

        lost.Should().Be(0);
        addresses.Should().HaveCountLessThanOrEqualTo(1_024 + 2 + 1, "two live at once, and 1,024 wait");
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(Noise + (addresses.Count * BytesPerSlot));

        bool WithoutContext(int i)
        {
            var closure = new long[] { i };
            using var handler = new StressPlainCount(j => closure[0] + j).ToManagedCallback();
            lock (addresses)
            {
                addresses.Add(handler.Callback.Address);
            }

            CollectNowAndThen(i);
            return sum.Invoke(handler.Callback, 3) == (3L * i) + 3;
        }
    }

    [Fact]
    public void TwentyThousandFaults_OfManyCallbacks_KeepMemoryFlat()
    {
        Cycle(Fault, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Cycle(Fault, 20_000).Should().Be(0);

        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(Noise);

        static bool Fault(int i)
        {
            var ballast = new byte[10_000];
            using var handler = new StressCount((_, _) => throw new InvalidOperationException($"{ballast.Length}")).ToManagedCallback();
            return handler.Callback.Invoke(1, handler.UserData) == -77;
        }
    }

    /// <summary>Faults that no Invoke waits for, one callback each: what a thread keeps of them does not grow.</summary>
    [Fact]
    public void FaultsThatNobodyThrows_KeepAFewExceptionsAlive()
    {
        const int Faults = 3_000;

        // A few for the thread; and on Mono, where nobody can know who waits, the 64 of disposed callbacks too.
        var most = Mono.IsRunning ? 100 : 30;
        var exceptions = new WeakReference[Faults];
        var alive = -1;
        var thread = new Thread(() =>
        {
            for (var i = 0; i < Faults; i++)
            {
                Fault(exceptions, i);
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            alive = exceptions.Count(static exception => exception.IsAlive);
        });
        thread.Start();
        thread.Join();

        alive.Should().BeInRange(0, most);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Fault(WeakReference[] exceptions, int i)
        {
            using var handler = new FloodCount(static _ => throw new InvalidOperationException("Kept by nobody.")).ToManagedCallback();
            Counting.SumAddress.Invoke(handler.Callback.Address, 2);
            exceptions[i] = new WeakReference(handler.Fault);
        }
    }

    /// <summary>Owners that native threads let go: nothing is lost, and memory stays flat.</summary>
    [Fact]
    [Trait(Soak.Category, Soak.Repeated)]
    public void OwnersThatNativeThreadsDestroy_AreAllDisposed_AndLeaveNothing()
    {
        const int Batch = 10_000;
        var batches = Soak.Times(usual: 2, soaking: 100);
        var (contexts, memory) = (new nint[2 * Batch], 0L);
        for (var batch = 0; batch < batches; batch++)
        {
            var owners = new CallbackOwner[2 * Batch];
            for (var i = 0; i < Batch; i++)
            {
                owners[2 * i] = new CallbackState<object>(i);
                owners[(2 * i) + 1] = new StressCount(static (i, _) => i).ToManagedCallback();
            }

            for (var i = 0; i < owners.Length; i++)
            {
                contexts[i] = owners[i].UserData;
            }

            Lifetimes.DestroyOnThreads.Invoke(owners[0].DestroyNotify, contexts, 8).Should().Be(8);

            owners.OfType<CallbackState<object>>().Count(static state => state.Target is not null).Should().Be(0, "batch {0}", batch);
            owners.Where(static (_, i) => i % 101 == 0).Count(static owner => Record.Exception(() => owner.UserData) is null).Should().Be(0, "batch {0}", batch);
            memory = batch == 1 ? GC.GetTotalMemory(forceFullCollection: true) : memory;
        }

        GC.GetTotalMemory(forceFullCollection: true).Should().BeLessThan(memory + (64 << 20), "two million owners of a soak would take 200 MB, and other tests run beside this one");
    }

    [Fact]
    public void ThirtyTwoNativeThreadsAtOnce_CallOneHandler()
    {
        const int Threads = 32;
        const int Calls = 2_000;
        var managedThreads = new HashSet<int>();
        using var meeting = new Barrier(Threads);
        using var handler = new Count((i, _) =>
        {
            if (i == 0)
            {
                lock (managedThreads)
                {
                    managedThreads.Add(Environment.CurrentManagedThreadId);
                }

                // All are inside before one goes on, and so no thread id is used twice.
                meeting.SignalAndWait();
            }

            return i + 1;
        }).ToManagedCallback();
        using var plain = new PlainCount(static i => (2 * i) + 1).ToManagedCallback();

        Counting.OnThreads.Invoke(handler.Callback, handler.UserData, Threads, Calls).Should().Be(Threads * (Calls * (Calls + 1L) / 2));
        Counting.PlainOnThreads.Invoke(plain.Callback, 0, Threads, Calls).Should().Be(Threads * (long)Calls * Calls);

        managedThreads.Should().HaveCount(Threads).And.NotContain(Environment.CurrentManagedThreadId);
    }

    [Fact]
    public void Recursion_ThroughNativeAndManagedFrames_200Deep_ComesBack()
    {
        const int Depth = 200;
        var recurse = Shim.Get<CallRecursive>("upcall_recurse");
        ManagedCallback<RecursiveFunction>? owner = null;
        using var handler = new RecursiveFunction((depth, user) => depth == 0 ? 1 : depth + recurse.Invoke(owner!.Callback, depth - 1, user)).ToManagedCallback();
        owner = handler;

        recurse.Invoke(handler.Callback, Depth, handler.UserData).Should().Be(1 + (Depth * (Depth + 1) / 2));
    }

    [Fact]
    public void Recursion_WhoseDeepestHandlerThrows_BringsTheExceptionThrough200Frames()
    {
        var recurse = Shim.Get<CallRecursive>("upcall_recurse");
        ManagedCallback<RecursiveFunction>? owner = null;
        using var handler = new RecursiveFunction((depth, user) => depth == 0
            ? throw new InvalidOperationException("The bottom.")
            : depth + recurse.Invoke(owner!.Callback, depth - 1, user)).ToManagedCallback();
        owner = handler;

        var thrown = Record.Exception(() => recurse.Invoke(handler.Callback, 200, handler.UserData));

        thrown.Should().BeOfType<InvalidOperationException>().And.BeSameAs(handler.Fault);
        thrown!.Message.Should().Be("The bottom.");
    }

    [Fact]
    public void QSort_With100000Elements_AndAHandlerThatCompares_SortsAsArraySort()
    {
        const int Count = 100_000;
        var seed = 12345u;
        var items = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            seed = unchecked((seed * 1664525) + 1013904223);
            items[i] = unchecked((int)seed) % 50_000;
        }

        var expected = (int[])items.Clone();
        Array.Sort(expected);
        using var compare = new Compare(static (in int a, in int b) => a.CompareTo(b)).ToManagedCallback();

        CLibrary.Get<QSort>("qsort").Invoke(items, Count, sizeof(int), compare.Callback);

        items.Should().NotBeInDescendingOrder();
        items.AsSpan().SequenceEqual(expected).Should().BeTrue();
    }

    private static int OnTwoThreads(Func<int> cycle)
    {
        var lost = new int[2];
        var threads = Enumerable.Range(0, 2).Select(index => new Thread(() => lost[index] = cycle())).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        return lost.Sum();
    }

    private static int Cycle(Func<int, bool> isRight, int times)
    {
        var wrong = 0;
        for (var i = 0; i < times; i++)
        {
            wrong += isRight(i) ? 0 : 1;
        }

        return wrong;
    }

    private static void CollectNowAndThen(int i)
    {
        if (i % CollectEach == 0)
        {
            GC.Collect();
        }
    }
}
