using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Conventions;
using NativeCallbacks.Tests.Scalars;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>Twins compute the same before their code is compared.</summary>
public unsafe class TwinTests
{
    [Fact]
    public void ScalarTwins_ComputeTheSame()
    {
        var half = new NativeCallback<ScalarFunction>(Shim.Get<Callbacks.Choose>("callback_choose").Invoke(1).Address);
        var minus = Shim.Get<IntOperation>("scalar_int32");
        var suppressed = Shim.Get<SuppressedMinus>("scalar_double");

        OurTwins.Scalar(half, 5).Should().Be(RawTwins.Scalar(half.AsPointer(), 5)).And.Be(2.5);
        OurTwins.ScalarLoop(half, 5, 3).Should().Be(RawTwins.ScalarLoop(half.AsPointer(), 5, 3)).And.Be(7.5);
        OurTwins.Leaf(new(half.Address), 5).Should().Be(RawTwins.Leaf(half.AsPointer(), 5)).And.Be(2.5);
        OurTwins.LeafLoop(new(half.Address), 5, 3).Should().Be(RawTwins.LeafLoop(half.AsPointer(), 5, 3)).And.Be(7.5);
        OurTwins.Integers(minus, 70, -7).Should().Be(RawTwins.Integers(minus.AsPointer(), 70, -7)).And.Be(147);
        OurTwins.IntegersLoop(minus, 70, 3).Should().Be(RawTwins.IntegersLoop(minus.AsPointer(), 70, 3)).And.Be(417);
        OurTwins.Suppressed(suppressed, 70, -7).Should().Be(RawTwins.Suppressed(suppressed.AsPointer(), 70, -7)).And.Be(147);
        OurTwins.SuppressedLoop(suppressed, 70, 2).Should().Be(RawTwins.SuppressedLoop(suppressed.AsPointer(), 70, 2)).And.Be(140);
    }

    [Fact]
    public void FunctionTwins_ComputeTheSame()
    {
        OurTwins.Function(5).Should().Be(RawTwins.Function(5)).And.Be(2.5);
        OurTwins.FunctionLoop(5, 3).Should().Be(RawTwins.FunctionLoop(5, 3)).And.Be(7.5);
        OurTwins.LeafOfApi(5).Should().Be(RawTwins.LeafOfApi(5)).And.Be(2.5);
    }

    [Fact]
    public void StructTwins_ComputeTheSame()
    {
        var pair = Shim.Get<WeighPair>("layout_weigh_double_pair");
        var large = Shim.Get<WeighLongDoubleByte>("layout_weigh_long_double_byte");

        OurTwins.Struct16(pair, new(1, 2)).Should().Be(RawTwins.Struct16(pair.AsPointer(), new(1, 2))).And.Be(5);
        OurTwins.Struct16Loop(pair, new(1, 2), 3).Should().Be(RawTwins.Struct16Loop(pair.AsPointer(), new(1, 2), 3)).And.Be(12);
        OurTwins.Struct24(large, new(1, 2, 3)).Should().Be(RawTwins.Struct24(large.AsPointer(), new(1, 2, 3))).And.Be(14);
        OurTwins.Struct24Loop(large, 1, 3).Should().Be(RawTwins.Struct24Loop(large.AsPointer(), 1, 3)).And.Be(36);
    }

    [Fact]
    public void SpanTwins_ComputeTheSame()
    {
        var weigh = Shim.Get<MatrixTransform>("matrix_weigh");
        var tensor = Shim.Get<Tensors.WeighRows>("tensor_weigh_rows");
        var reduce = Shim.Get<VectorReduction>("buffer_counted_by_int32");
        double[] input = [1, 2, 3, 4, 5, 6], ours = new double[6], raw = new double[6];

        OurTwins.Matrix(weigh, input, ours, 3, 2);
        RawTwins.Matrix(weigh.AsPointer(), input, raw, 3, 2);

        ours.Should().Equal(raw).And.Equal(1, 4, 9, 16, 25, 36);
        OurTwins.Tensor(tensor, new(input, [3, 2]), 3, 2).Should().Be(RawTwins.Tensor(tensor.AsPointer(), new(input, [3, 2]), 3, 2)).And.Be(5033);
        OurTwins.Reduction(reduce, input).Should().Be(RawTwins.Reduction(reduce.AsPointer(), input)).And.Be(91);
    }

    [Fact]
    public void CallbackTwins_ComputeTheSame()
    {
        var apply = Shim.Get<Callbacks.Apply>("callback_apply_scalar");
        var half = Shim.Get<Callbacks.Choose>("callback_choose").Invoke(1);
        double[] x = [1, 5, 7], ours = new double[3], raw = new double[3];

        half.Map(x, ours);
        RawTwins.Map(half.AsPointer(), x, raw);

        ours.Should().Equal(raw).And.Equal(0.5, 2.5, 3.5);
        OurTwins.CallbackArgument(apply, half, 3).Should().Be(RawTwins.CallbackArgument(apply.AsPointer(), half.Address, 3)).And.Be(1.5);
    }

    [Fact]
    public void MixedTwins_ComputeTheSame()
    {
        var mixed = Shim.Get<Mixed8>("mixed_weigh_8");
        const double Expected = 1 + (2 * 2.5) - (3 * 3) + (4 * 4.5) + (5 * 5.5) - (6 * 6) + (7 * 7.5) + (8 * 8.5);

        OurTwins.Mixed(mixed, 1, 2.5, -3, 4.5f, 5.5, -6, 7.5f, 8.5).Should().Be(Expected);
        RawTwins.Mixed(mixed.AsPointer(), 1, 2.5, -3, 4.5f, 5.5, -6, 7.5f, 8.5).Should().Be(Expected);
    }

    [Fact]
    public void UpcallTwins_ComputeTheSame()
    {
        HalveWithContext with = UpcallTwins.Halve;
        HalveWithoutContext without = UpcallTwins.Halve;
        using var ours = with.ToManagedCallback();
        using var alone = without.ToManagedCallback();
        var handle = GCHandle.Alloc(with);
        var raw = UpcallTwins.HandWritten;

        ours.Callback.Invoke(5, ours.UserData).Should().Be(2.5);
        new NativeCallback<HalveWithContext>(raw.WithContext).Invoke(5, GCHandle.ToIntPtr(handle)).Should().Be(2.5);
        alone.Callback.Invoke(5, 0).Should().Be(2.5);
        UpcallTwins.StaticAddress.Invoke(5, 0).Should().Be(2.5);
        new NativeCallback<HalveWithoutContext>(raw.Static).Invoke(5, 0).Should().Be(2.5);
        handle.Free();
    }

    [Fact]
    public void UpcallTwinsWithAnObject_ComputeTheSame()
    {
        var divisor = new UpcallTwins.Divisor { Value = 8 };
        using var state = new CallbackState<UpcallTwins.Divisor>(divisor);
        var handle = GCHandle.Alloc(divisor);

        UpcallTwins.StateAddress.Invoke(5, state.UserData).Should().Be(0.625);
        new NativeCallback<HalveWithContext>(UpcallTwins.HandWritten.WithState).Invoke(5, GCHandle.ToIntPtr(handle)).Should().Be(0.625);
        handle.Free();
    }
}
