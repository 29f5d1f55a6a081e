using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Conventions;

/// <summary>The platform's own convention, and calls without GC transition: what a function pointer says since .NET 5.</summary>
public unsafe class TransitionTests
{
    [Fact]
    public void Invoke_WithThePlatformsConvention_PassesEachInItsPlace()
    {
        Shim.Get<WinapiMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<WinapiDot>("buffer_dot").Invoke(3, [1, 10, 100], [2, 3, 4]).Should().Be(432);
    }

    [Fact]
    public void Invoke_WithoutGCTransition_PassesEachInItsPlace()
    {
        Shim.Get<SuppressedMinus>("scalar_double").Invoke(70.5, -7).Should().Be(148);
        Shim.Get<Func<float, float, float>>("scalar_float").Invoke(1.5f, -2).Should().Be(5);
        Shim.Get<SuppressedStdCallMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<SuppressedWinapiMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<SuppressedDot>("buffer_dot").Invoke([1, 10, 100], [2, 3, 4]).Should().Be(432);
        Shim.Get<SuppressedTextLength>("text_length").Invoke("żółw").Should().Be(7);
    }

    [Fact]
    public void Invoke_WithoutGCTransitionButSetLastError_KeepsErrno()
    {
        Shim.Get<SuppressedSetErrno>("status_set_errno").Invoke(34, -5).Should().Be(-5);

        Marshal.GetLastPInvokeError().Should().Be(34);
    }

    [Fact]
    public void AsPointer_HasTheConventionOfTheSignature()
    {
        delegate* unmanaged<int, int, int> winapi = Shim.Get<WinapiMinus>("scalar_int32").AsPointer();
        delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double, double> suppressed = Shim.Get<SuppressedMinus>("scalar_double").AsPointer();

        winapi(70, -7).Should().Be(147);
        suppressed(70.5, -7).Should().Be(148);
    }
}
