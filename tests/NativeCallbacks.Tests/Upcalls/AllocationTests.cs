using System;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>What a call of a handler allocates: nothing.</summary>
public unsafe partial class AllocationTests
{
    private const int Calls = 20_000;

    [Fact]
    public void Calls_WithContext_AllocateNothing()
    {
        using var handler = new Count(static (i, _) => i).ToManagedCallback();

        Allocation.Of(() => Counting.Sum.Invoke(handler.Callback, Calls, handler.UserData)).Should().Be(0);
    }

    [Fact]
    public void Calls_WithoutContext_AllocateNothing()
    {
        using var handler = new PlainCount(static i => i).ToManagedCallback();

        Allocation.Of(() => Counting.SumPlain.Invoke(handler.Callback, Calls)).Should().Be(0);
    }

    [Fact]
    public void Calls_OfAFaultedAndOfADisposedHandler_AllocateNothing()
    {
        using var faulted = new Count(static (_, _) => throw new InvalidOperationException("Bad.")).ToManagedCallback();
        Counting.Call(faulted);
        var disposed = new Count(static (i, _) => i).ToManagedCallback();
        var (callback, context) = (disposed.Callback, disposed.UserData);
        disposed.Dispose();

        Allocation.Of(() => Counting.Sum.Invoke(faulted.Callback, Calls, faulted.UserData)).Should().Be(0);
        Allocation.Of(() => Counting.Sum.Invoke(callback, Calls, context)).Should().Be(0);
    }

    [Fact]
    public void Calls_WithSpans_AllocateNothing()
    {
        using var handler = new CellFunction(static (cells, m, n) => cells[^1] + m + n).ToManagedCallback();
        var call = Shim.Get<CallCells>("upcall_cells");

        Allocation.Of(() =>
        {
            var sum = 0.0;
            for (var i = 0; i < Calls; i++)
            {
                sum += call.Invoke(handler.Callback.Address, 0, 5, 6);
            }

            return (long)sum;
        }).Should().Be(0);
    }

    [Fact]
    public void AHandlerThatAllocates_IsNoticed()
    {
        using var handler = new PlainCount(static i => new byte[i % 7].Length).ToManagedCallback();

        Allocation.Of(() => Counting.SumPlain.Invoke(handler.Callback, Calls)).Should().BeGreaterThan(Calls * 16L);
    }
}
