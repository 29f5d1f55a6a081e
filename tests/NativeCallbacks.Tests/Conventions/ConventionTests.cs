using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Conventions;

/// <summary>Calling conventions, which are one on x86-64 and arm64, and calls without GC transition.</summary>
public unsafe class ConventionTests
{
    [Fact]
    public void Invoke_WithEachConvention_PassesEachInItsPlace()
    {
        Shim.Get<CdeclMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<StdCallMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<ThisCallMinus>("scalar_intptr").Invoke(70, -7).Should().Be(147);
        Shim.Get<WinapiMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<AttributeStdCallMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
    }

    [Fact]
    public void Invoke_WithOtherConventionsAndStructsOrSpans_PassesEachInItsPlace()
    {
        Shim.Get<StdCallMakeNested>("layout_make_nested_large").Invoke(-1, 2.5, 3.5f, -4, 5.5, -6).Should()
            .Be(new NestedLarge(new(-1, 2.5), new(3.5f, -4), new(5.5, -6)));
        Shim.Get<WinapiDot>("buffer_dot").Invoke(3, [1, 10, 100], [2, 3, 4]).Should().Be(432);
    }

    [Fact]
    public void Invoke_WithoutGCTransition_PassesEachInItsPlace()
    {
        Shim.Get<SuppressedMinus>("scalar_double").Invoke(70.5, -7).Should().Be(148);
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
        delegate* unmanaged[Cdecl]<int, int, int> cdecl = Shim.Get<CdeclMinus>("scalar_int32").AsPointer();
        delegate* unmanaged[Stdcall]<int, int, int> stdcall = Shim.Get<StdCallMinus>("scalar_int32").AsPointer();
        delegate* unmanaged[Thiscall]<nint, nint, long> thiscall = Shim.Get<ThisCallMinus>("scalar_intptr").AsPointer();
        delegate* unmanaged<int, int, int> winapi = Shim.Get<WinapiMinus>("scalar_int32").AsPointer();
        delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double, double> suppressed = Shim.Get<SuppressedMinus>("scalar_double").AsPointer();

        cdecl(70, -7).Should().Be(147);
        stdcall(70, -7).Should().Be(147);
        thiscall(70, -7).Should().Be(147);
        winapi(70, -7).Should().Be(147);
        suppressed(70.5, -7).Should().Be(148);
    }
}
