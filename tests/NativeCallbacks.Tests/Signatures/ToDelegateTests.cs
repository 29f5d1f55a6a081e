using System;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.References;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Signatures;

/// <summary><c>ToDelegate</c>: the same checked call, as an ordinary delegate.</summary>
public class ToDelegateTests
{
    [Fact]
    public void ToDelegate_OfDefault_IsRefusedAtOnce()
    {
        FluentActions.Invoking(static () => default(NativeCallback<ScalarFunction>).ToDelegate()).Should().ThrowExactly<InvalidOperationException>()
            .WithMessage("This NativeCallback<ScalarFunction>(null) is null*");
    }

    [Fact]
    public void ToDelegate_CalledWithScalars_CallsTheFunction()
    {
        PublicOperation operation = Shim.Get<PublicOperation>("scalar_double").ToDelegate();
        Func<int, int, int> function = Shim.Get<Func<int, int, int>>("scalar_int32").ToDelegate();

        operation(0.5, -7).Should().Be(8);
        function(70, -7).Should().Be(147);
    }

    [Fact]
    public void ToDelegate_CalledWithRefAndOutAndIn_PassesTheVariables()
    {
        var (a, b) = (5, -7);
        var (c, d) = (1L << 40, 7L);
        var nested = new NestedLarge(new(2, 3), new(5, 7), new(11, 13));

        Shim.Get<SwapAndScale>("pointer_swap_and_scale").ToDelegate()(ref a, ref b);
        Shim.Get<Divide>("pointer_divide").ToDelegate()(-17, 5, out var quotient, out var remainder);
        Shim.Get<ScaleNested>("pointer_scale_nested").ToDelegate()(ref nested, 10);

        (a, b).Should().Be((-14, 15));
        (quotient, remainder).Should().Be((-3, -2));
        nested.Should().Be(new NestedLarge(new(20, 33), new(60, 91), new(154, 195)));
        Shim.Get<Minus>("pointer_minus").ToDelegate()(in c, in d).Should().Be((1L << 41) - 7);
        Shim.Get<MinusReadOnly>("pointer_minus").ToDelegate()(in c, in d).Should().Be((1L << 41) - 7);
    }

    [Fact]
    public unsafe void ToDelegate_CalledWithIn_HandsOnNoCopy()
    {
        var value = 7;

        Shim.Get<AddressOfIn>("pointer_address").ToDelegate()(in value).Should().Be((nuint)(&value));
    }

    [Fact]
    public void ToDelegate_CalledWithSpans_ChecksThem()
    {
        var transform = Shim.Get<MatrixTransform>("matrix_weigh").ToDelegate();
        var output = new double[6];

        transform([1, 2, 3, 4, 5, 6], output, 3, 2);

        output.Should().Equal(1, 4, 9, 16, 25, 36);
        FluentActions.Invoking(() => transform([1, 2, 3, 4, 5], output, 3, 2)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("input has 5 elements, but its shape (m: 3, n: 2) needs 6.*");
    }

    [Fact]
    public void ToDelegate_CalledWithTextCallbacksAndBooleans_CallsTheFunction()
    {
        var choose = Shim.Get<Callbacks.Choose>("callback_choose").ToDelegate();

        Shim.Get<Text.TextLength>("text_length").ToDelegate()("żółw").Should().Be(7);
        Shim.Get<Callbacks.Compose>("callback_compose").ToDelegate()(choose(0), choose(1), 6).Should().Be(8);
        Shim.Get<Booleans.NotI4>("bool_i4_not").ToDelegate()(false).Should().BeTrue();
    }

    [Fact]
    public void ToDelegate_ThatFailsWithStatus_Throws()
    {
        var status = Shim.Get<Status.IntStatus>("status_int32").ToDelegate();

        status(0).Should().Be(0);
        FluentActions.Invoking(() => status(3)).Should().ThrowExactly<NativeStatusException>().Which.Code.Should().Be(3);
    }
}
