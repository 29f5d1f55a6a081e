using System;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Refusals;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Apis;

/// <summary>Functions of <c>[NativeApi]</c> classes: found by name, and called as an <c>Invoke</c> does.</summary>
public class ApiTests
{
    [Fact]
    public void Function_OfEachKind_PassesAndReturnsWhatADelegateDoes()
    {
        ShimApi.Minus(70.5, -7).Should().Be(148);
        ShimApi.Minus(70L, -7L).Should().Be(147);
        ShimApi.scalar_int32(70, -7).Should().Be(147);
        ShimApi.mixed_no_arguments().Should().Be(-1234567);
        new Pair<double>(1, 2).WeighPair().Should().Be(5);
        (ShimApi.Not(true), ShimApi.Not(false)).Should().Be((false, true));
        ShimApi.LastByte("näh", out var length).Should().Be('h');
        length.Should().Be(4);
        ShimApi.Choose(7).IsNull.Should().BeTrue();
        ShimApi.Apply(ShimApi.Choose(1), 5).Should().Be(2.5);
        ShimApi.Apply(ShimApi.Choose(1)).Should().Be(1.5, "the default value is 3");
        Outer.Call(70, -7).Should().Be(147);
    }

    [Fact]
    public void Function_WithoutAResult_IsCalledOnce()
    {
        var before = ShimApi.Touched();

        ShimApi.Touch();
        Outer.CallWithoutModifier().Should().Be(before + 2);
    }

    [Fact]
    public void Function_WithSpans_ChecksThemBeforeTheCall()
    {
        var output = new double[6];

        ShimApi.WeighMatrix([10, 20, 30, 40, 50, 60], output, 2, 3);
        ShimApi.Weigh([1, 2, 3], 2).Should().Be(5);
        var tooShort = () => ShimApi.Weigh([1, 2, 3], 4);
        var negative = () => ShimApi.WeighMatrix([], [], -1, 2);

        output.Should().Equal(10, 40, 90, 160, 250, 360);
        tooShort.Should().Throw<ArgumentException>().WithMessage(Messages.Naming("values", "values has 3 elements, but its shape (n: 4) needs 4."));
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("m");
    }

    [Fact]
    public void Overload_WithoutTheDimension_TakesItFromTheSpan() => ShimApi.Weigh([1, 2, 3]).Should().Be(14);

    [Fact]
    public void Overload_WithADelegate_ExposesItForTheCall()
    {
        ShimApi.ApplyScoped(static x => (2 * x) - 1, 5).Should().Be(9);
        ShimApi.ApplyScoped(null, 5).Should().Be(-1, "the function returns it for NULL");
        Assert.Throws<InvalidOperationException>(static () => ShimApi.ApplyScoped(static _ => throw new InvalidOperationException(), 5));
    }

    [Fact]
    public void FailingStatus_NamesTheMethod()
    {
        ShimApi.Status(0).Should().Be(0);

        var exception = Assert.Throws<NativeStatusException>(static () => ShimApi.Status(-5));

        (exception.Signature, exception.Function, exception.Code).Should().Be((typeof(ShimApi), nameof(ShimApi.Status), -5));
        exception.Message.Should().StartWith("The native ShimApi.Status returned status -5, but only zero means success.");
    }

    [Fact]
    public void MissingFunction_IsAnErrorOfItsOwnCalls_WithItsNearestNames()
    {
        var call = () => ShimApi.Misspelt(1, 2);

        call.Should().Throw<EntryPointNotFoundException>().WithMessage("ncbshim does not export 'scalar_doubel'. Similar exports: 'scalar_double'*");
        call.Should().Throw<EntryPointNotFoundException>("each call says it");
        ShimApi.Minus(1.0, 3).Should().Be(-1);
    }

    [Fact]
    public void Function_ThatIsData_IsRefused()
    {
        var call = static () => ShimApi.Data();

        call.Should().Throw<InvalidOperationException>().WithMessage("'shim_data_symbol' in ncbshim is data and cannot be called.*");
    }

    [Fact]
    public void OptionalFunction_ReportsWhetherItIsThere()
    {
        (ShimApi.HasMinusOfFloats, ShimApi.HasNextVersion).Should().Be((true, false));
        (ShimApi.HasMinusOfFloats, ShimApi.HasNextVersion).Should().Be((true, false));

        ShimApi.MinusOfFloats(70, -7).Should().Be(147);
        var call = static () => ShimApi.NextVersion(1);
        call.Should().Throw<EntryPointNotFoundException>().WithMessage("ncbshim does not export 'scalar_of_the_next_version'.*");
    }

    [Fact]
    public void MissingLibrary_IsAnErrorOfEachCall_ThatNamesIt()
    {
        var call = static () => MissingApi.anything();
        var ask = static () => MissingApi.HasOptional;

        call.Should().Throw<DllNotFoundException>().WithMessage("*no_such_library_of_ours*");
        call.Should().Throw<DllNotFoundException>();
        ask.Should().Throw<DllNotFoundException>();
    }

    [NotOnFact(Where.Windows, Platform.NoExportsOfPrograms)]
    public void MainProgram_HasTheFunctionsThatItIsLinkedWith()
    {
        MainProgramApi.Absolute(-7).Should().Be(7);

        var call = static () => MainProgramApi.Missing();
        call.Should().Throw<EntryPointNotFoundException>().WithMessage("main program does not export 'no_such_function_of_the_host'.*");
    }

    [Fact]
    public void Fault_OfAHandler_IsThrownByTheFunction_UnlessItsOptionSaysOtherwise()
    {
        ScalarFunction handler = static x => x > 0 ? throw new InvalidOperationException("handler") : -x;
        using var native = handler.ToManagedCallback(policy: FaultPolicy.KeepCalling);
        var callback = native.Callback;

        Assert.Throws<InvalidOperationException>(() => ShimApi.Apply(callback, 5)).Message.Should().Be("handler");
        ShimApi.ApplySilently(callback, 5).Should().Be(0);
        native.Fault.Should().BeOfType<InvalidOperationException>();
        native.Reset();
        QuietShimApi.Apply(callback, 5).Should().Be(0);
        native.Reset();
        Assert.Throws<InvalidOperationException>(() => QuietShimApi.ApplyLoudly(callback, 5));
        QuietShimApi.ApplyLoudly(callback, -5).Should().Be(5);
    }
}
