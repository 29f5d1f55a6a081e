using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Pins;

/// <summary>
/// What native code points to stays where it is during the call: native code calls back, the callback compacts the heap,
/// and only then looks through the pointers that it was given.
/// </summary>
public unsafe partial class PinTests
{
    private const int Rounds = 20;
    private const string Text = "a text that must not move while native code reads it, żółw";

    // Native functions by the runtime's own means; the delegates are kept, so that they stay.
    private static readonly NativeTransform DoubleFunction = DoubleAfterCompacting;
    private static readonly NativeScalar TripleFunction = TripleAfterCompacting;
    private static readonly NativeUserFunction NegateFunction = NegateAfterCompacting, LengthFunction = LengthAfterCompacting;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void NativeTransform(double* input, double* output, int m, int n);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate double NativeScalar(double x);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate double NativeUserFunction(double x, void* user);

    private static NativeCallback<MatrixTransform> DoubleAfterCompaction => new(Marshal.GetFunctionPointerForDelegate(DoubleFunction));

    private static NativeCallback<ScalarFunction> TripleAfterCompaction => new(Marshal.GetFunctionPointerForDelegate(TripleFunction));

    private static NativeCallback<UserFunction> NegateAfterCompaction => new(Marshal.GetFunctionPointerForDelegate(NegateFunction));

    private static NativeCallback<UserFunction> LengthAfterCompaction => new(Marshal.GetFunctionPointerForDelegate(LengthFunction));

    [NotOnMonoFact(Mono.NothingOnTheStackMoves)]
    public void Invoke_WithSpans_HoldsThemInPlace() => WhileTheHeapMoves(static () =>
    {
        var (input, output) = (new double[6], new double[6]);
        new double[] { 1, 2, 3, 4, 5, 6 }.CopyTo(input, 0);

        Shim.Get<ApplyMatrixInMotion>("callback_apply_matrix").Invoke(DoubleAfterCompaction, input, output, 3, 2);

        output.Should().Equal(2, 4, 6, 8, 10, 12);
    });

    [NotOnMonoFact(Mono.NothingOnTheStackMoves)]
    public void Map_HoldsItsSpansInPlace() => WhileTheHeapMoves(static () =>
    {
        var (input, results) = (MovingHeap.AllocateMovable(3), MovingHeap.AllocateMovable(3));
        new double[] { 1, 2, 7 }.CopyTo(input, 0);

        TripleAfterCompaction.Map(input, results);

        results.Should().Equal(3, 6, 21);
    });

    [NotOnMonoFact(Mono.NothingOnTheStackMoves)]
    public void Invoke_WithUncheckedSpan_HoldsItInPlace() => WhileTheHeapMoves(static () =>
    {
        var values = new double[] { 3, 7 };

        Shim.Get<ApplyUnchecked>("callback_apply_user").Invoke(NegateAfterCompaction, 100, values).Should().Be(103);

        values.Should().Equal(-3, 7);
    });

    [NotOnMonoFact(Mono.NothingOnTheStackMoves)]
    public void Invoke_WithRefInAndOut_HoldsTheirVariablesInPlace() => WhileTheHeapMoves(static () =>
    {
        var values = new double[] { 3, 7, 9 };

        Shim.Get<ApplyRef>("callback_apply_user").Invoke(NegateAfterCompaction, 100, ref values[0]).Should().Be(103);
        Shim.Get<ApplyIn>("callback_apply_user").Invoke(NegateAfterCompaction, 100, in values[1]).Should().Be(107);
        Shim.Get<ApplyOut>("callback_apply_user").Invoke(NegateAfterCompaction, 100, out values[2]).Should().Be(100);

        values.Should().Equal(-3, -7, 0);
    });

    [NotOnMonoFact(Mono.NothingOnTheStackMoves)]
    public void Invoke_WithText_HoldsItsBytesInPlace() => WhileTheHeapMoves(static () =>
    {
        Shim.Get<ApplyText>("callback_apply_user").Invoke(LengthAfterCompaction, 0.5, Text).Should().Be(0.5 + System.Text.Encoding.UTF8.GetByteCount(Text));
        Shim.Get<ApplyText>("callback_apply_user").Invoke(LengthAfterCompaction, 0.5, new string('x', 3000)).Should().Be(3000.5);
    });

    /// <summary>Plays several rounds, and sees to it that compaction moves what nobody holds.</summary>
    private static void WhileTheHeapMoves(Action round)
    {
        var moved = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var control = MovingHeap.AllocateMovable(8);
            var address = MovingHeap.AddressOf(control);

            round();

            moved += MovingHeap.AddressOf(control) == address ? 0 : 1;
        }

        moved.Should().BePositive("the heap must move for the test to mean anything");
    }

    private static void DoubleAfterCompacting(double* input, double* output, int m, int n)
    {
        MovingHeap.Compact();
        for (var i = 0; i < m * n; i++)
        {
            output[i] = 2 * input[i];
        }
    }

    private static double TripleAfterCompacting(double x)
    {
        MovingHeap.Compact();
        return 3 * x;
    }

    /// <summary>Adds the value to x, and negates the value.</summary>
    private static double NegateAfterCompacting(double x, void* user)
    {
        MovingHeap.Compact();
        var value = *(double*)user;
        *(double*)user = value == 0 ? 0 : -value;
        return x + value;
    }

    private static double LengthAfterCompacting(double x, void* user)
    {
        MovingHeap.Compact();
        var length = 0;
        while (((byte*)user)[length] != 0)
        {
            length++;
        }

        return x + length;
    }
}
