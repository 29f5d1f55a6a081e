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
