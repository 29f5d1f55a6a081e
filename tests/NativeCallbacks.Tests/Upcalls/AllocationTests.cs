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
        using var faulted = new PlainCount(static _ => throw new InvalidOperationException("Bad.")).ToManagedCallback();
        Counting.Call(faulted.Callback, 2);
        var disposed = new PlainCount(static i => i).ToManagedCallback();
        var callback = disposed.Callback;
        disposed.Dispose();
        Counting.Call(callback);

        Allocation.Of(() => Counting.Call(faulted.Callback, Calls)).Should().Be(0, "the first stopped call is kept, and later ones are counted");
        Allocation.Of(() => Counting.Call(callback, Calls)).Should().Be(0);
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
