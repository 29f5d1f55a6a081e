using System;
using System.Linq;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Callbacks;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>A handler that becomes native and is called again, from C# and from C.</summary>
public class RoundTripTests
{
    private readonly double _offset = 100;

    [Fact]
    public void Invoke_OfAHandlersCallback_GivesWhatTheHandlerGives()
    {
        MatrixTransform transpose = static (input, output, m, n) =>
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[(i % n * m) + (i / n)] = 3 * input[i];
            }
        };
        double[] input = [1, -2, 3, -4, 5, -6];
        var (direct, called, fromC, asDelegate) = (new double[6], new double[6], new double[6], new double[6]);
        using var native = transpose.ToManagedCallback();

        transpose(input, direct, 3, 2);
        native.Callback.Invoke(input, called, 3, 2);
        native.Callback.ToDelegate()(input, asDelegate, 3, 2);
        Shim.Get<ApplyMatrix>("callback_apply_matrix").Invoke(native.Callback, input, fromC, 3, 2);

        direct.Should().Equal(3, 9, 15, -6, -12, -18);
        called.Should().Equal(direct);
        asDelegate.Should().Equal(direct);
        fromC.Should().Equal(direct);
        native.Fault.Should().BeNull();
    }

    [Fact]
    public void InferredInvoke_OfAHandlersCallback_GivesTheLength()
    {
        VectorReduction weigh = static (values, n) => values.ToArray().Select(static (value, i) => value * (i + 1)).Sum() + (1000 * n);
        using var native = weigh.ToManagedCallback();

        native.Callback.Invoke([1, 2, 3]).Should().Be(14 + 3000);
        native.Callback.Invoke([1, 2, 3], 2).Should().Be(5 + 2000);
        native.Callback.Invoke([]).Should().Be(0);
    }

    [Fact]
    public void Handler_OfAnyKind_IsCalled()
    {
        var apply = Shim.Get<Apply>("callback_apply_scalar");
        var captured = 7.0;
        double Local(double x) => (2 * x) - captured;
        using var lambda = new ScalarFunction(static x => (x * x) - 1).ToManagedCallback();
        using var closure = new ScalarFunction(x => captured += x).ToManagedCallback();
        using var local = new ScalarFunction(Local).ToManagedCallback();
        using var instance = new ScalarFunction(AddOffset).ToManagedCallback();
        using var method = new ScalarFunction(Math.Sqrt).ToManagedCallback();
        using var extension = new ScalarFunction("hundred".Plus).ToManagedCallback();
        using var native = Shim.Get<Choose>("callback_choose").Invoke(2).ToDelegate().ToManagedCallback();

        apply.Invoke(lambda.Callback, 5).Should().Be(24);
        apply.Invoke(closure.Callback, 5).Should().Be(12);
        apply.Invoke(local.Callback, 5).Should().Be(-2);
        captured.Should().Be(12);
        apply.Invoke(instance.Callback, 5).Should().Be(105);
        apply.Invoke(method.Callback, 25).Should().Be(5);
        apply.Invoke(extension.Callback, 5).Should().Be(105);
        apply.Invoke(native.Callback, 4).Should().Be(6, "10 - x is a C function again");
    }

    [Fact]
    public void Handler_OfSeveralMethods_RunsThemAll_AndGivesTheLastResult()
    {
        var calls = "";
        ScalarFunction both = x => Add("first", x);
        both += x => Add("second", 2 * x);
        using var native = both.ToManagedCallback();

        Shim.Get<Apply>("callback_apply_scalar").Invoke(native.Callback, 5).Should().Be(10);

        calls.Should().Be("first second ");

        double Add(string name, double value)
        {
            calls += name + " ";
            return value;
        }
    }

    [Fact]
    public void OneHandler_ExposedTwice_HasTwoIdentities()
    {
        PlainCount handler = static i => i + 1;
        using var first = handler.ToManagedCallback();
        var second = handler.ToManagedCallback();

        second.Dispose();

        Counting.Call(first.Callback).Should().Be(1);
    }

    [Fact]
    public void Compose_OfAHandlerAndACFunction_CallsBoth()
    {
        using var handler = new ScalarFunction(static x => 3 * x).ToManagedCallback();
        var half = Shim.Get<Choose>("callback_choose").Invoke(1);
        var tenMinus = Shim.Get<Choose>("callback_choose").Invoke(2);
        var compose = Shim.Get<Compose>("callback_compose");

        compose.Invoke(handler.Callback, tenMinus, 4).Should().Be(18);
        compose.Invoke(tenMinus, handler.Callback, 4).Should().Be(-2);
        compose.Invoke(handler.Callback, half, 4).Should().Be(6);
    }

    [Fact]
    public void ToManagedCallback_OfNull_IsRefused()
    {
        var expose = static () => ((PlainCount)null!).ToManagedCallback().Dispose();
        var exposeWithContext = static () => ((Count)null!).ToManagedCallback().Dispose();

        expose.Should().Throw<ArgumentNullException>().WithParameterName("handler");
        exposeWithContext.Should().Throw<ArgumentNullException>().WithParameterName("handler");
    }

    private double AddOffset(double x) => x + _offset;
}

/// <summary>An extension method as a handler.</summary>
internal static class Adding
{
    public static double Plus(this string hundred, double addend) => hundred.Length + 93 + addend;
}
