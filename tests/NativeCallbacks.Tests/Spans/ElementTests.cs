using System;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Scalars;
using static NativeCallbacks.Tests.Scalars.MachineInteger;

namespace NativeCallbacks.Tests.Spans;

/// <summary>
/// Spans of integers, enums, floats and structs, read and written by native code. NativeCallbacks.AbiTests draws elements of every other type.
/// </summary>
public class ElementTests
{
    [Fact]
    public void Invoke_WithSpansOfSByte_ReadsAndWritesEachElement() => ShouldReadAndWrite(
        Shim.Get<WeighIntegers<sbyte>>("buffer_weigh_int8").ToDelegate(),
        Shim.Get<Ramp<sbyte>>("buffer_ramp_int8").ToDelegate());

    [Fact]
    public void Invoke_WithSpansOfULong_ReadsAndWritesEachElement() => ShouldReadAndWrite(
        Shim.Get<WeighIntegers<ulong>>("buffer_weigh_uint64").ToDelegate(),
        Shim.Get<Ramp<ulong>>("buffer_ramp_uint64").ToDelegate());

    [Fact]
    public void Invoke_WithSpansOfCLong_ReadsAndWritesEachElement()
    {
        var output = new CLong[4];

        Shim.Get<Ramp<CLong>>("buffer_ramp_long").Invoke(new CLong(2), output, 4);

        output.Select(static value => value.Value).Should().Equal(2, -1, -4, -7);
        Shim.Get<WeighIntegers<CLong>>("buffer_weigh_long").Invoke(output).Should().Be(2 - 2 - 12 - 28);
    }

    [Fact]
    public void Invoke_WithSpansOfEnums_ReadsEachElement()
    {
        Shim.Get<WeighIntegers<ShortLevel>>("buffer_weigh_int16").Invoke([ShortLevel.Low, ShortLevel.High, (ShortLevel)(-1)]).Should()
            .Be(-32768 + 2000 - 3);
    }

    [Fact]
    public void Invoke_WithSpansOfFloats_ReadsAndWritesEachElement()
    {
        var floats = new float[3];
        var doubles = new double[3];

        Shim.Get<Ramp<float>>("buffer_ramp_float").Invoke(0.5f, floats);
        Shim.Get<Ramp<double>>("buffer_ramp_double").Invoke(0.125, doubles);

        floats.Should().Equal(0.5f, -2.5f, -5.5f);
        doubles.Should().Equal(0.125, -2.875, -5.875);
        Shim.Get<WeighFloats<float>>("buffer_weigh_float").Invoke(floats).Should().Be(0.5 - 5 - 16.5);
        Shim.Get<WeighFloats<double>>("buffer_weigh_double").Invoke(doubles).Should().Be(0.125 - 5.75 - 17.625);
    }

    [Fact]
    public void Invoke_WithSpansOfStructs_ReadsAndWritesEachElement()
    {
        double[] first = [1, 2.5, -4], second = [8, 16, 0.5, 3, 7];
        Moments[] input = [Of(first), Of([]), Of([6])];
        Moments[] inout = [Of(second), Of(first), Of([])];

        Shim.Get<Reduce>("library_reduce").Invoke(input, inout, Unsafe.SizeOf<Moments>());

        inout.Select(static value => value.N).Should().Equal(8, 3, 1);
        var both = Of([.. first, .. second]);
        inout[0].Mean.Should().BeApproximately(both.Mean, 1e-12);
        inout[0].M2.Should().BeApproximately(both.M2, 1e-10);
        inout[1].Should().Be(Of(first));
        inout[2].Mean.Should().Be(6);

        static Moments Of(double[] sample)
        {
            var mean = sample.Length == 0 ? 0 : sample.Average();
            return new(mean, sample.Sum(value => (value - mean) * (value - mean)), sample.Length);
        }
    }

    private static void ShouldReadAndWrite<T>(WeighIntegers<T> weigh, Ramp<T> ramp)
        where T : unmanaged
    {
        T[] values = [Least<T>(), Greatest<T>(), Wrap<T>(1), Wrap<T>(0), Wrap<T>(-1), Wrap<T>(77)];
        var output = new T[6];

        weigh(values, 6).Should().Be(Wrap<long>(values.Select(static (value, index) => Value(value) * (index + 1)).Aggregate(BigInteger.Add)));
        ramp(Wrap<T>(1), output.AsSpan(1), 4);

        output.Should().Equal(new[] { 0, 1, -2, -5, -8, 0 }.Select(static value => Wrap<T>(value)));
    }
}
