using System;
using System.Numerics;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double NaNResult();

[NativeSignature]
[return: FaultResult(-1.5F)]
internal delegate float FloatResult();

[NativeSignature]
[return: FaultResult(ulong.MaxValue)]
internal delegate ulong LargestResult();

[NativeSignature]
[return: FaultResult(long.MinValue)]
internal delegate long SmallestResult();

[NativeSignature]
[return: FaultResult((byte)200)]
internal delegate byte ByteResult();

[NativeSignature]
[return: FaultResult(-5)]
internal delegate nint PointerSizedResult();

[NativeSignature]
[return: FaultResult(Level.High)]
internal delegate Level EnumResult();

[NativeSignature]
[return: FaultResult(true)]
[return: MarshalAs(UnmanagedType.U1)]
internal delegate bool TrueResult();

[NativeSignature]
[return: MarshalAs(UnmanagedType.I4)]
internal delegate bool BoolResult();

[NativeSignature]
internal delegate int ZeroResult();

[NativeSignature]
internal delegate Complex StructResult();

[NativeSignature]
internal unsafe delegate void* PointerResult();

[NativeSignature]
internal delegate NativeCallback<ScalarFunction> CallbackResult();

[NativeSignature]
[return: StatusCode]
internal delegate short StatusResult();

[NativeSignature]
[return: StatusCode]
internal delegate ulong UnsignedStatusResult();

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int NonNegativeResult();

[NativeSignature]
[return: StatusCode(StatusConvention.NonZeroIsSuccess)]
internal delegate int NonZeroResult();

[NativeSignature]
[return: StatusCode]
internal delegate Level EnumStatusResult();

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
[return: FaultResult(-5)]
internal delegate int ForcedStopResult();

/// <summary>What native code gets from a handler that threw. Called through the raw pointer, so that nobody rethrows.</summary>
public unsafe class FaultResultTests
{
    private static readonly InvalidOperationException Bad = new("Bad.");

    [Fact]
    public void FaultResult_OfANumber_IsTheOneDeclared()
    {
        using var nan = new NaNResult(static () => throw Bad).ToManagedCallback();
        using var single = new FloatResult(static () => throw Bad).ToManagedCallback();
        using var largest = new LargestResult(static () => throw Bad).ToManagedCallback();
        using var smallest = new SmallestResult(static () => throw Bad).ToManagedCallback();
        using var small = new ByteResult(static () => throw Bad).ToManagedCallback();
        using var pointerSized = new PointerSizedResult(static () => throw Bad).ToManagedCallback();

        nan.Callback.AsPointer()().Should().Be(double.NaN);
        single.Callback.AsPointer()().Should().Be(-1.5F);
        largest.Callback.AsPointer()().Should().Be(ulong.MaxValue);
        smallest.Callback.AsPointer()().Should().Be(long.MinValue);
        small.Callback.AsPointer()().Should().Be(200);
        pointerSized.Callback.AsPointer()().Should().Be((nint)(-5));
        nan.Fault.Should().BeSameAs(Bad);
    }

    [Fact]
    public void FaultResult_OfAnEnumOrABool_IsTheOneDeclared()
    {
        using var level = new EnumResult(static () => throw Bad).ToManagedCallback();
        using var truth = new TrueResult(static () => throw Bad).ToManagedCallback();

        level.Callback.AsPointer()().Should().Be(Level.High);
        truth.Callback.AsPointer()().Should().Be(1);
    }

    [Fact]
    public void FaultResult_NotDeclared_IsZero()
    {
        using var zero = new ZeroResult(static () => throw Bad).ToManagedCallback();
        using var truth = new BoolResult(static () => throw Bad).ToManagedCallback();
        using var structure = new StructResult(static () => throw Bad).ToManagedCallback();
        using var pointer = new PointerResult(static () => throw Bad).ToManagedCallback();
        using var callback = new CallbackResult(static () => throw Bad).ToManagedCallback();

        zero.Callback.AsPointer()().Should().Be(0);
        truth.Callback.AsPointer()().Should().Be(0);
        structure.Callback.AsPointer()().Should().Be(default(Complex));
        ((nint)pointer.Callback.AsPointer()()).Should().Be((nint)0);
        callback.Callback.AsPointer()().Should().Be((nint)0);
        zero.Fault.Should().BeSameAs(Bad);
    }

    [Fact]
    public void FaultResult_OfAStatusCode_IsAFailure()
    {
        using var status = new StatusResult(static () => throw Bad).ToManagedCallback();
        using var unsigned = new UnsignedStatusResult(static () => throw Bad).ToManagedCallback();
        using var nonNegative = new NonNegativeResult(static () => throw Bad).ToManagedCallback();
        using var nonZero = new NonZeroResult(static () => throw Bad).ToManagedCallback();
        using var level = new EnumStatusResult(static () => throw Bad).ToManagedCallback();
        using var forcedStop = new ForcedStopResult(static () => throw Bad).ToManagedCallback();

        status.Callback.AsPointer()().Should().Be(-1);
        unsigned.Callback.AsPointer()().Should().Be(ulong.MaxValue);
        nonNegative.Callback.AsPointer()().Should().Be(-1);
        nonZero.Callback.AsPointer()().Should().Be(0);
        ((int)level.Callback.AsPointer()()).Should().Be(-1);
        forcedStop.Callback.AsPointer()().Should().Be(-5);
    }
}
