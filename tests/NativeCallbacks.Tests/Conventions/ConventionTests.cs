using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Conventions;

/// <summary>Calling conventions, which are one on x86-64 and arm64.</summary>
public unsafe class ConventionTests
{
    [Fact]
    public void Invoke_WithEachConvention_PassesEachInItsPlace()
    {
        Shim.Get<CdeclMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<StdCallMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<ThisCallMinus>("scalar_intptr").Invoke(70, -7).Should().Be(147);
        Shim.Get<AttributeStdCallMinus>("scalar_int32").Invoke(70, -7).Should().Be(147);
    }

    [Fact]
    public void Invoke_WithAnotherConventionAndAStruct_PassesEachInItsPlace()
    {
        Shim.Get<StdCallMakeNested>("layout_make_nested_large").Invoke(-1, 2.5, 3.5f, -4, 5.5, -6).Should()
            .Be(new NestedLarge(new(-1, 2.5), new(3.5f, -4), new(5.5, -6)));
    }

    [Fact]
    public void AsPointer_HasTheConventionOfTheSignature()
    {
        delegate* unmanaged[Cdecl]<int, int, int> cdecl = Shim.Get<CdeclMinus>("scalar_int32").AsPointer();
        delegate* unmanaged[Stdcall]<int, int, int> stdcall = Shim.Get<StdCallMinus>("scalar_int32").AsPointer();
        delegate* unmanaged[Thiscall]<nint, nint, long> thiscall = Shim.Get<ThisCallMinus>("scalar_intptr").AsPointer();

        cdecl(70, -7).Should().Be(147);
        stdcall(70, -7).Should().Be(147);
        thiscall(70, -7).Should().Be(147);
    }
}
