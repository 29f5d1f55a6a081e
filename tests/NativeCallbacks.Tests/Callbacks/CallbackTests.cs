using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Callbacks;

/// <summary>Callbacks as arguments, results, fields and elements: function pointers on the other side.</summary>
public class CallbackTests
{
    private static NativeCallback<ScalarFunction> SquareMinusOne => Shim.Get<Choose>("callback_choose").Invoke(0);

    private static NativeCallback<ScalarFunction> Half => Shim.Get<Choose>("callback_choose").Invoke(1);

    private static NativeCallback<ScalarFunction> TenMinus => Shim.Get<Choose>("callback_choose").Invoke(2);

    [Fact]
    public void Invoke_ThatReturnsACallback_ReturnsACallableOne()
    {
        SquareMinusOne.Invoke(3).Should().Be(8);
        Half.Invoke(3).Should().Be(1.5);
        TenMinus.Invoke(3).Should().Be(7);
    }

    [Fact]
    public void Invoke_ThatReturnsNull_ReturnsDefault()
    {
        Shim.Get<Choose>("callback_choose").Invoke(3).Should().Be(default(NativeCallback<ScalarFunction>));
        Shim.Get<Choose>("callback_choose").Invoke(-1).IsNull.Should().BeTrue();
    }

    [Fact]
    public void Invoke_WithCallbacks_PassesEachInItsPlace()
    {
        Shim.Get<Apply>("callback_apply_scalar").Invoke(TenMinus, 3.5).Should().Be(6.5);
        Shim.Get<Compose>("callback_compose").Invoke(SquareMinusOne, Half, 6).Should().Be(8);
        Shim.Get<Compose>("callback_compose").Invoke(Half, SquareMinusOne, 6).Should().Be(17.5);
        Shim.Get<Which>("callback_which").Invoke(Half).Should().Be(1);
    }

    [Fact]
    public void Invoke_WithDefaultAsArgument_PassesNull()
    {
        Shim.Get<Apply>("callback_apply_scalar").Invoke(default, 3.5).Should().Be(-1);
        Shim.Get<Which>("callback_which").Invoke(default).Should().Be(-1);
    }

    [Fact]
    public void Invoke_WithOutCallback_ReturnsTheAddressOrDefault()
    {
        var chooseInto = Shim.Get<ChooseInto>("callback_choose_into");

        chooseInto.Invoke(2, out var tenMinus);
        chooseInto.Invoke(3, out var none);

        tenMinus.Should().Be(TenMinus);
        none.IsNull.Should().BeTrue();
    }

    [Fact]
    public void Invoke_WithCallbackOverSpans_LetsNativeCodeCallIt()
    {
        double[] input = [1, -2, 3, -4, 5, -6];
        var output = new double[6];

        Shim.Get<ApplyMatrix>("callback_apply_matrix").Invoke(Shim.Get<MatrixTransform>("matrix_transpose"), input, output, 3, 2);

        output.Should().Equal(1, 3, 5, -2, -4, -6);
    }

    [Fact]
    public void Invoke_WithCallbackOverStructs_LetsNativeCodeCallIt()
    {
        Shim.Get<ApplyPair>("callback_apply_pair").Invoke(Shim.Get<PairFunction>("callback_turn"), new(2, 3), 10).Should()
            .Be(new Pair<double>(-30, 21));
    }

    [Fact]
    public void Invoke_WithCallbackThatTakesACallback_LetsNativeCodeCallBoth()
    {
        Shim.Get<ApplyHigher>("callback_apply_higher").Invoke(Shim.Get<Apply>("callback_twice"), Half, 10).Should().Be(2.5);
    }

    [Fact]
    public void Invoke_WithStructsThatHoldCallbacks_PassesEachField()
    {
        Shim.Get<RunTwo>("callback_run_two").Invoke(new(TenMinus, SquareMinusOne), 3).Should().Be((2 * 7) - 8);
        Shim.Get<RunTable>("callback_run_table").Invoke(new(TenMinus, 0.5, SquareMinusOne), 3).Should().Be((0.5 * 7) - 8);
        Shim.Get<RunTableAt>("callback_run_table_at").Invoke(new(SquareMinusOne, 0.5, TenMinus), 3).Should().Be((0.5 * 8) - 7);
    }

    [Fact]
    public void Invoke_ThatReturnsAStructWithCallbacks_ReturnsThemOrDefault()
    {
        Shim.Get<ChooseTwo>("callback_choose_two").Invoke(2, 0).Should().Be(new CallbackTwo(TenMinus, SquareMinusOne));
        Shim.Get<ChooseTwo>("callback_choose_two").Invoke(7, 1).Should().Be(new CallbackTwo(default, Half));
    }

    [Fact]
    public void Invoke_WithSpanOfCallbacks_PassesTheAddresses()
    {
        NativeCallback<ScalarFunction>[] callbacks = [TenMinus, default, Half];

        Shim.Get<WeighAddresses>("buffer_weigh_uint64").Invoke(callbacks, 3).Should()
            .Be(unchecked((long)TenMinus.Address + (3 * (long)Half.Address)));
    }
}
