using System;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Spans of handlers: as long as their shape says, or a fault before the handler runs.</summary>
public unsafe class SpanTests
{
    private static readonly NativeCallback<CallCells> Call = Shim.Get<CallCells>("upcall_cells");

    [Fact]
    public void Handler_OfAShapedSpan_GetsTheElementsOfItsShape()
    {
        using var cells = new CellFunction(Weigh).ToManagedCallback();
        using var cubes = new CubeFunction(Weigh).ToManagedCallback();
        using var longs = new LongFunction(Weigh).ToManagedCallback();
        using var rows = new RowFunction(Weigh).ToManagedCallback();
        using var three = new FixedFunction(Weigh).ToManagedCallback();

        Call.Invoke(cells.Callback.Address, 0, 3, 2).Should().Be(Weigh(6));
        Call.Invoke(cubes.Callback.Address, 0, 3, 4).Should().Be(Weigh(24));
        Call.Invoke(longs.Callback.Address, 0, -1, 30).Should().Be(Weigh(30));
        Call.Invoke(rows.Callback.Address, 0, 7, -1).Should().Be(Weigh(7));
        Call.Invoke(three.Callback.Address, 0, -1, -1).Should().Be(Weigh(3));
    }

    [Fact]
    public void Handler_OfARequiredSpanWithoutElements_GetsAnEmptyOne_EvenForNull()
    {
        using var cells = new CellFunction(static (cells, m, n) => cells.IsEmpty ? m - n : -1).ToManagedCallback();

        Call.Invoke(cells.Callback.Address, 0, 0, 5).Should().Be(-5);
        Call.Invoke(cells.Callback.Address, 1, 5, 0).Should().Be(5);
        Call.Invoke(cells.Callback.Address, 1, 0, long.MaxValue).Should().Be(-(double)long.MaxValue);
        cells.Fault.Should().BeNull();
    }

    [Fact]
    public void Handler_OfAnOptionalSpan_GetsItByItsShape_OrEmptyForNull()
    {
        using var cells = new OptionalCellFunction(static (cells, m, n) => cells.IsEmpty ? m - n : Weigh(cells, m, n)).ToManagedCallback();

        Call.Invoke(cells.Callback.Address, 0, 3, 2).Should().Be(Weigh(6));
        Call.Invoke(cells.Callback.Address, 1, 3, 2).Should().Be(1);
        Call.Invoke(cells.Callback.Address, 1, int.MaxValue, long.MaxValue).Should().Be(int.MaxValue - (double)long.MaxValue, "a null span may have any shape");
        cells.Fault.Should().BeNull();
    }

    [Fact]
    public void Handler_OfASpan_WritesToNativeMemory()
    {
        using var handler = new UpcallObjective(static (n, x, gradient, _) =>
        {
            var sum = 0.0;
            for (var i = 0; i < x.Length; i++)
            {
                sum += (i + 1) * x[i] * x[i];
                if (!gradient.IsEmpty)
                {
                    gradient[i] = 2 * (i + 1) * x[i];
                }
            }

            return sum + (gradient.Length == 0 ? 0.5 : gradient.Length == n ? 0 : double.NaN);
        }).ToManagedCallback();
        var call = Shim.Get<CallObjective>("upcall_objective");
        double* x = stackalloc double[] { 1, -2, 3 };
        double* gradient = stackalloc double[] { 7, 7, 7, 7 };

        call.Invoke(handler.Callback.Address, 3, x, null, handler.UserData).Should().Be(36.5);
        call.Invoke(handler.Callback.Address, 3, x, gradient, handler.UserData).Should().Be(36);

        new ReadOnlySpan<double>(gradient, 4).ToArray().Should().Equal(2, -8, 18, 7);
    }

    [Fact]
    public void Handler_WithADimensionByReference_GetsTheSpanOfThatLength()
    {
        using var handler = new CountedFunction(static (ReadOnlySpan<byte> values, in int n, out int written, long rest) =>
        {
            written = n + 1000;
            return values.IsEmpty ? 0 : values[^1] + values.Length + (int)rest;
        }).ToManagedCallback();
        var call = Shim.Get<CallCounted>("upcall_counted");
        var written = 0;

        call.Invoke(handler.Callback.Address, 0, 3, 0, ref written).Should().Be(50 + 3);
        written.Should().Be(1003);
        call.Invoke(handler.Callback.Address, 1, 0, 0, ref written).Should().Be(0);
        written.Should().Be(1000);
        handler.Fault.Should().BeNull();
    }

    [Theory]
    [InlineData(1, 3, "Native code passed null for values with the shape (n: 3).", "values", typeof(ArgumentNullException))]
    [InlineData(2, 3, "Native code passed null for n, which the handler takes by reference.", "n", typeof(ArgumentNullException))]
    [InlineData(4, 3, "Native code passed null for written, which the handler takes by reference.", "written", typeof(ArgumentNullException))]
    [InlineData(0, -3, "The dimension n must not be negative.", "n", typeof(ArgumentOutOfRangeException))]
    public void Handler_OfBadArgumentsByReference_DoesNotRun(int mask, int n, string message, string parameter, Type type)
    {
        var ran = false;
        using var handler = new CountedFunction((ReadOnlySpan<byte> values, in int n, out int written, long rest) =>
        {
            ran = true;
            written = 0;
            return 0;
        }).ToManagedCallback();
        var written = 4;

        Shim.Get<CallCounted>("upcall_counted").Invoke(handler.Callback.Address, mask, n, 0, ref written).Should().Be(-3, "this is the fault result");

        (ran, written).Should().Be((false, 4));
        ShouldBe(handler.Fault, type, parameter, message);
    }

    [Theory]
    [InlineData(1, 3, 2, "Native code passed null for cells with the shape (m: 3, n: 2).", "cells", typeof(ArgumentNullException))]
    [InlineData(0, -3, 2, "The dimension m must not be negative.", "m", typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 3, -1, "The dimension n must not be negative.", "n", typeof(ArgumentOutOfRangeException))]
    [InlineData(0, -1, -1, "The dimension m must not be negative.", "m", typeof(ArgumentOutOfRangeException))]
    [InlineData(1, 0, -1, "The dimension n must not be negative.", "n", typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 2, 1L << 30, "Native code passed cells with the shape (m: 2, n: 1073741824): 2147483648 elements, more than a span can hold.", "cells", typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 1 << 30, 1L << 34, "Native code passed cells with the shape (m: 1073741824, n: 17179869184): 18446744073709551616 elements, more than a span can hold.", "cells", typeof(ArgumentOutOfRangeException))]
    [InlineData(1, int.MaxValue, long.MaxValue, "Native code passed null for cells with the shape (m: 2147483647, n: 9223372036854775807).", "cells", typeof(ArgumentNullException))]
    public void Handler_OfASpanThatCannotBe_DoesNotRun(int isNull, int m, long n, string message, string parameter, Type type)
    {
        var ran = false;
        using var handler = new CellFunction((_, _, _) =>
        {
            ran = true;
            return 0;
        }).ToManagedCallback();

        Call.Invoke(handler.Callback.Address, isNull, m, n).Should().Be(double.NaN);

        ran.Should().BeFalse();
        ShouldBe(handler.Fault, type, parameter, message);
    }

    [Theory]
    [InlineData(-1, "The dimension n must not be negative.", "n")]
    [InlineData(long.MinValue, "The dimension n must not be negative.", "n")]
    [InlineData(1L << 31, "Native code passed cells with the shape (n: 2147483648): 2147483648 elements, more than a span can hold.", "cells")]
    [InlineData((1L << 32) + 3, "Native code passed cells with the shape (n: 4294967299): 4294967299 elements, more than a span can hold.", "cells")]
    public void Handler_OfOneDimensionThatCannotBe_DoesNotRun(long n, string message, string parameter)
    {
        using var handler = new LongFunction(static (_, _, _) => 0).ToManagedCallback();

        Call.Invoke(handler.Callback.Address, 0, 0, n).Should().Be(double.NaN);

        ShouldBe(handler.Fault, typeof(ArgumentOutOfRangeException), parameter, message);
    }

    [Fact]
    public void Handler_OfAConstantDimension_NeedsTheMemory()
    {
        using var handler = new FixedFunction(static (_, _, _) => 0).ToManagedCallback();

        Call.Invoke(handler.Callback.Address, 1, 0, 0).Should().Be(double.NaN);

        ShouldBe(handler.Fault, typeof(ArgumentNullException), "cells", "Native code passed null for cells with the shape (3).");
    }

    [Theory]
    [InlineData(0, -1, 2, "The dimension m must not be negative.", "m")]
    [InlineData(1, 2, -1, "The dimension n must not be negative.", "n")]
    [InlineData(0, 1 << 30, 1L << 40, "Native code passed cells with the shape (m: 1073741824, n: 1099511627776): 1180591620717411303424 elements, more than a span can hold.", "cells")]
    public void Handler_OfAnOptionalSpanThatCannotBe_DoesNotRun(int isNull, int m, long n, string message, string parameter)
    {
        using var handler = new OptionalCellFunction(static (_, _, _) => 0).ToManagedCallback();

        Call.Invoke(handler.Callback.Address, isNull, m, n).Should().Be(double.NaN);

        ShouldBe(handler.Fault, typeof(ArgumentOutOfRangeException), parameter, message);
    }

    [Fact]
    public void Handler_OfAnUnsignedDimensionOverASpan_DoesNotRun()
    {
        using var handler = new UpcallObjective(static (_, _, _, _) => 0).ToManagedCallback();
        double x = 1;

        Shim.Get<CallObjective>("upcall_objective").Invoke(handler.Callback.Address, 0x80000000, &x, null, handler.UserData)
            .Should().Be(double.PositiveInfinity);

        ShouldBe(
            handler.Fault,
            typeof(ArgumentOutOfRangeException),
            "x",
            "Native code passed x with the shape (n: 2147483648): 2147483648 elements, more than a span can hold.");
    }

    private static void ShouldBe(Exception? fault, Type type, string parameter, string message)
    {
        fault.Should().BeOfType(type);
        ((ArgumentException)fault!).ParamName.Should().Be(parameter);
        fault.Message.Should().StartWith(message);
    }

    private static double Weigh(ReadOnlySpan<double> cells, int m, long n)
    {
        var sum = 0.0;
        for (var i = 0; i < cells.Length; i++)
        {
            sum += (i + 1) * cells[i];
        }

        return sum + (1000 * cells.Length);
    }

    /// <summary>What the handlers make of the first cells: 1, -2, 3 … -30, then zeros.</summary>
    private static double Weigh(int count)
    {
        var cells = new double[count];
        for (var i = 0; i < Math.Min(count, 30); i++)
        {
            cells[i] = i % 2 == 0 ? i + 1 : -(i + 1);
        }

        return Weigh(cells, 0, 0);
    }
}
