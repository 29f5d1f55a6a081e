using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Callbacks;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Static methods that native code can call for the life of the process.</summary>
public class StaticCallbackTests
{
    private static readonly NativeCallback<Apply> ApplyScalar = Shim.Get<Apply>("callback_apply_scalar");

    [Fact]
    public void StaticCallback_OfAPropertyAndOfAMethod_CallsTheMethod()
    {
        ApplyScalar.Invoke(Kernels.Square, 5).Should().Be(25);
        ApplyScalar.Invoke(Kernels.Negate(), 5).Should().Be(-5);
        Kernels.Square.Invoke(3).Should().Be(9);
        Kernels.Square.Should().NotBe(Kernels.Negate());
    }

    [Fact]
    public void StaticCallback_OfAnOverloadedMethod_CallsTheOneOfItsSignature()
    {
        Counting.Call(Kernels.OverloadOfInt).Should().Be(1000);
        ApplyScalar.Invoke(Kernels.OverloadOfDouble, 5).Should().Be(2005);
    }

    [Fact]
    public void StaticCallback_InNestedTypes_CallsTheMethod()
    {
        ApplyScalar.Invoke(Kernels.Nested.Half, 5).Should().Be(2.5);
        ApplyScalar.Invoke(KernelStruct.Twice, 5).Should().Be(10);
        ApplyScalar.Invoke(KernelRecord.Thrice(), 5).Should().Be(15);
        ApplyScalar.Invoke(IKernel.FourTimes, 5).Should().Be(20);
    }

    [Fact]
    public void StaticCallback_WithSpans_GetsThemByTheirShape()
    {
        double[] input = [1, -2, 3, -4, 5, -6];
        var output = new double[6];

        Shim.Get<ApplyMatrix>("callback_apply_matrix").Invoke(Kernels.Double, input, output, 3, 2);

        output.Should().Equal(2, -4, 6, -8, 10, -12);
    }

    [Fact]
    public void StaticCallback_WithContext_GetsItAsItIs()
    {
        Counting.Sum.Invoke(Kernels.CountFromContext, 3, 40).Should().Be(40 + 41 + 42);
    }

    [Fact]
    public void StaticCallback_WithArgumentsThatCannotBe_DoesNotRun()
    {
        Shim.Get<CallCells>("upcall_cells").Invoke(Kernels.Cells.Address, 1, 3, 2).Should().Be(double.NaN);
        Shim.Get<CallCells>("upcall_cells").Invoke(Kernels.Cells.Address, 0, 3, 2).Should().Be(6);
    }

    [Fact]
    public void StaticCallback_ThatThrows_GivesTheFaultResult_AndTheCallThatWasGivenItThrows()
    {
        Counting.Call(Kernels.Throwing).Should().Be(-77, "a call that was not given the callback throws nothing");

        var thrown = Record.Exception(() => Counting.SumPlain.Invoke(Kernels.Throwing, 1));

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("Static, at 0.");
        thrown!.StackTrace.Should().Contain(nameof(Kernels) + ".Throw");
    }

    [Fact]
    public void StaticCallback_ThatThrew_RunsAgain()
    {
        Record.Exception(() => Counting.SumPlain.Invoke(Kernels.ThrowingAtFive, 6)).Should().BeOfType<InvalidOperationException>();

        Counting.SumPlain.Invoke(Kernels.ThrowingAtFive, 5).Should().Be(10);
        Counting.Call(Kernels.ThrowingAtFive, 8).Should().Be(0 + 1 + 2 + 3 + 4 - 77 + 6 + 7, "only the call that throws gives the fault result");
    }

    [Fact]
    public void StaticCallback_ThatThrowsManyTimes_KeepsTheProcessAlive()
    {
        Counting.Call(Kernels.Throwing, 10_000).Should().Be(10_000 * -77);
    }

    [Fact]
    public void StaticCallback_OnAnotherThread_ThrowsInTheCallThatWasGivenIt()
    {
        var call = () => Counting.PlainOnThreads.Invoke(Kernels.Throwing, 0, 3, 2);

        call.Should().Throw<InvalidOperationException>().WithMessage("Static, at *.");
    }

    [Fact]
    public void StaticCallback_OfATypeWhoseInitializerThrows_GivesTheFaultResult()
    {
        var thrown = Record.Exception(() => Counting.SumPlain.Invoke(BrokenKernels.Count, 1));

        thrown.Should().BeOfType<TypeInitializationException>().Which.InnerException!.Message.Should().Be("No kernels today.");
    }

    [Fact]
    public void Address_ReadManyTimesAndOnManyThreads_IsOne()
    {
        var first = Kernels.Square;
        var others = new nint[8];
        var threads = Enumerable.Range(0, others.Length).Select(index => new Thread(() => others[index] = Read())).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        others.Distinct().Should().Equal(first.Address);

        // Enough calls that the method is compiled again, with optimizations.
        nint Read()
        {
            var address = Kernels.Square.Address;
            for (var i = 0; i < 100_000; i++)
            {
                if (Kernels.Square.Address != address || Kernels.Square.Invoke(i) != (double)i * i)
                {
                    return -1;
                }
            }

            return address;
        }
    }

    [Fact]
    public void Calls_OfAStaticCallback_AllocateNothing()
    {
        Allocation.Of(static () => Counting.SumPlain.Invoke(Kernels.OverloadOfInt, 20_000)).Should().Be(0);
    }
}

internal static partial class Kernels
{
    [StaticCallback(nameof(SquareOf))]
    public static partial NativeCallback<ScalarFunction> Square { get; }

    [StaticCallback(nameof(NegativeOf))]
    public static partial NativeCallback<ScalarFunction> Negate();

    [StaticCallback(nameof(Overload))]
    internal static partial NativeCallback<PlainCount> OverloadOfInt { get; }

    [StaticCallback(nameof(Overload))]
    internal static partial NativeCallback<ScalarFunction> OverloadOfDouble { get; }

    [StaticCallback(nameof(DoubleAll))]
    public static partial NativeCallback<MatrixTransform> Double { get; }

    [StaticCallback(nameof(AddContext))]
    public static partial NativeCallback<Count> CountFromContext { get; }

    [StaticCallback(nameof(LengthOf))]
    public static partial NativeCallback<CellFunction> Cells { get; }

    [StaticCallback(nameof(Throw))]
    public static partial NativeCallback<PlainCount> Throwing { get; }

    [StaticCallback(nameof(ThrowAtFive))]
    public static partial NativeCallback<PlainCount> ThrowingAtFive { get; }

    private static double SquareOf(double x) => x * x;

    private static double NegativeOf(double x) => -x;

    private static long Overload(int i) => i + 1000;

    private static double Overload(double x) => x + 2000;

    private static void DoubleAll(ReadOnlySpan<double> input, Span<double> output, int m, int n)
    {
        for (var i = 0; i < input.Length; i++)
        {
            output[i] = 2 * input[i];
        }
    }

    private static long AddContext(int i, nint user) => i + user;

    private static double LengthOf(ReadOnlySpan<double> cells, int m, long n) => cells.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Throw(int i) => throw new InvalidOperationException($"Static, at {i}.");

    private static long ThrowAtFive(int i) => i == 5 ? throw new InvalidOperationException("Five.") : i;

    internal static partial class Nested
    {
        [StaticCallback(nameof(HalfOf))]
        internal static partial NativeCallback<ScalarFunction> Half { get; }

        private static double HalfOf(double x) => x / 2;
    }
}

internal readonly partial struct KernelStruct
{
    [StaticCallback(nameof(TwiceOf))]
    public static partial NativeCallback<ScalarFunction> Twice { get; }

    private static double TwiceOf(double x) => 2 * x;
}

internal sealed partial record KernelRecord
{
    [StaticCallback(nameof(ThriceOf))]
    public static partial NativeCallback<ScalarFunction> Thrice();

    private static double ThriceOf(double x) => 3 * x;
}

internal partial interface IKernel
{
    [StaticCallback(nameof(FourTimesOf))]
    public static partial NativeCallback<ScalarFunction> FourTimes { get; }

    private static double FourTimesOf(double x) => 4 * x;
}

internal static partial class BrokenKernels
{
    private static readonly int Kernel;

    static BrokenKernels()
    {
        Kernel = Environment.ProcessId == 0 ? 1 : throw new InvalidOperationException("No kernels today.");
    }

    [StaticCallback(nameof(CountOf))]
    public static partial NativeCallback<PlainCount> Count { get; }

    private static long CountOf(int i) => i + Kernel;
}
