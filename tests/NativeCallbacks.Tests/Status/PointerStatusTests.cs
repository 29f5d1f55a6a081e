using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Status;

/// <summary>Results that are C's <c>long</c>, or pointers of which null is a failure.</summary>
public unsafe class PointerStatusTests
{
    [Fact]
    public void Invoke_WithAStatusOfALong_ThrowsTheFailingOnes()
    {
        ((long)Shim.Get<CLongStatus>("status_long").Invoke(new CLong(0)).Value).Should().Be(0);
        ((long)Shim.Get<CLongNonNegativeStatus>("status_long").Invoke(new CLong(3)).Value).Should().Be(3);
        ((long)Shim.Get<CULongNonZeroStatus>("status_ulong").Invoke(new CULong(3)).Value).Should().Be(3);
        Code(() => Shim.Get<CLongStatus>("status_long").Invoke(new CLong(-5))).Should().Be(-5);
        Code(() => Shim.Get<CLongStatus>("status_long").Invoke(new CLong(1))).Should().Be(1);
        Code(() => Shim.Get<CLongNonNegativeStatus>("status_long").Invoke(new CLong(-5))).Should().Be(-5);
        Code(() => Shim.Get<CULongNonZeroStatus>("status_ulong").Invoke(new CULong(0))).Should().Be(0);
    }

    [Fact]
    public void Invoke_ReturningAPointer_ThrowsNull()
    {
        var number = 5;
        var callback = Shim.Get<IntStatus>("status_int32");

        ((long)Shim.Get<NonNullStatus>("status_intptr").Invoke(-1)).Should().Be(-1);
        ((nint)Shim.Get<NonNullPointerStatus>("status_intptr").Invoke(&number)).Should().Be((nint)(&number));
        Shim.Get<NonNullCallbackStatus>("status_intptr").Invoke(callback).Should().Be(callback);
        Code(static () => Shim.Get<NonNullStatus>("status_intptr").Invoke(0)).Should().Be(0);
        Code(static () => Shim.Get<NonNullPointerStatus>("status_intptr").Invoke(null)).Should().Be(0);
        Code(static () => Shim.Get<NonNullCallbackStatus>("status_intptr").Invoke(default)).Should().Be(0);
    }

    /// <summary>Without a declared fault result, native code gets a failing status.</summary>
    [Fact]
    public void Handler_ThatThrows_GivesAFailingLongOrNull()
    {
        using var first = new CLongStatus(static _ => throw new InvalidOperationException("First.")).ToManagedCallback(null, FaultPolicy.ReportOnly);
        using var second = new NonNullStatus(static _ => throw new InvalidOperationException("Second.")).ToManagedCallback(null, FaultPolicy.ReportOnly);
        using var good = new CLongStatus(static code => new CLong(code.Value + 1)).ToManagedCallback();

        ((long)first.Callback.AsPointer()(new CLong(0)).Value).Should().Be(-1);
        ((long)second.Callback.AsPointer()(5)).Should().Be(0);
        ((long)good.Callback.AsPointer()(new CLong(41)).Value).Should().Be(42);
    }

    private static long Code(Action call) => call.Should().ThrowExactly<NativeStatusException>().Which.Code;
}
