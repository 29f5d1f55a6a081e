using System;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Signatures;

/// <summary>The places from which a delegate can be a signature.</summary>
public class DeclarationTests
{
    [Fact]
    public void Invoke_OfFrameworkDelegates_CallsTheFunction()
    {
        var choose = Shim.Get<Callbacks.Choose>("callback_choose");
        var tenMinus = new NativeCallback<Func<double, double>>(choose.Invoke(2).Address);

        tenMinus.Invoke(3.5).Should().Be(6.5);
        Shim.Get<Func<int, int, int>>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<Func<NativeCallback<ScalarFunction>, double, double>>("callback_apply_scalar").Invoke(choose.Invoke(2), 3.5).Should().Be(6.5);
    }

    [Fact]
    public unsafe void Invoke_OfFrameworkActions_CallsTheFunction()
    {
        var (a, b) = (5, -7);
        var touched = Shim.Get<Scalars.NoArguments>("mixed_touched");
        var before = touched.Invoke();

        Shim.Get<Action>("mixed_touch").Invoke();
        Shim.Get<Action<nint, nint>>("pointer_swap_and_scale").Invoke((nint)(&a), (nint)(&b));

        touched.Invoke().Should().Be(before + 1);
        (a, b).Should().Be((-14, 15));
    }

    [Fact]
    public void Invoke_OfOwnGenericDelegates_CallsTheFunction()
    {
        Shim.Get<Combination<long, int>>("scalar_int64").Invoke(1L << 40, 7).Should().Be((1L << 41) - 7);
        Shim.Get<Combination<int, long>>("scalar_int64").Invoke(7, 1L << 40).Should().Be(14 - (1L << 40));
        Shim.Get<GenericOuter<short>.Operation>("scalar_int16").Invoke(-100, 7).Should().Be(-207);
    }

    [Fact]
    public void Invoke_OfNestedDelegates_CallsTheFunction()
    {
        Shim.Get<Outer.Operation>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<Outer.Inner.Operation>("scalar_double").Invoke(0.5, -7).Should().Be(8);
        Shim.Get<PublicOperation>("scalar_double").Invoke(0.5, -7).Should().Be(8);
    }

    [Fact]
    public void Invoke_OfNamesakes_CallsEachWithItsOwnTypes()
    {
        Shim.Get<First.Op>("scalar_int32").Invoke(70, -7).Should().Be(147);
        Shim.Get<Second.Op>("scalar_double").Invoke(0.5, -7).Should().Be(8);
        Shim.Get<Second.OP>("scalar_float").Invoke(0.25f, -7).Should().Be(7.5f);
        Shim.Get<Second_.Op>("scalar_int64").Invoke(1L << 40, 7).Should().Be((1L << 41) - 7);
    }

    [Fact]
    public void Invoke_WithParametersNamedLikeOthersNames_CallsTheFunction()
    {
        Shim.Get<NamedLikeKeywords>("scalar_int32").Invoke(@class: 70, @return: -7).Should().Be(147);
        Shim.Get<NamedLikeGeneratedCode>("buffer_counted_by_int32").Invoke(callback: [1, 10, 100], address: 2).Should().Be(21);
        Shim.Get<NamedLikeGeneratedCode>("buffer_counted_by_int32").Invoke(callback: [1, 10, 100]).Should().Be(321);
    }

    [Fact]
    public void GeneratedClasses_AreAsVisibleAsTheirDelegates()
    {
        var assembly = typeof(DeclarationTests).Assembly;

        VisibilityOf("NativeCallbacks.NativeCallbacks_Tests_Signatures_PublicOperationExtensions").Should().Be(true);
        VisibilityOf("NativeCallbacks.NativeCallbacks_Tests_Signatures_Outer_1OperationExtensions").Should().Be(true);
        VisibilityOf("NativeCallbacks.NativeCallbacks_Tests_Signatures_Outer_1Inner_1OperationExtensions").Should().Be(false);
        VisibilityOf("NativeCallbacks.System_ActionExtensions").Should().Be(false);

        bool? VisibilityOf(string name) => assembly.GetType(name)?.IsPublic;
    }

    [Fact]
    public void Invoke_WithDefaultValue_AsksForIt_AndTheDelegateDoesNot()
    {
        Shim.Get<WithDefaultValue>("scalar_int32").Invoke(70, 5).Should().Be(135);
        Shim.Get<WithDefaultValue>("scalar_int32").ToDelegate()(70).Should().Be(135);
        Shim.Get<WithDefaultCount>("buffer_counted_by_int32").Invoke([1, 10, 100], 3).Should().Be(321);
        Shim.Get<WithDefaultCount>("buffer_counted_by_int32").ToDelegate()([1, 10, 100]).Should().Be(21);
    }

    [Fact]
    public void Invoke_WithParamsOrScopedParameters_CallsTheFunction()
    {
        var (a, b) = (5, -7);

        Shim.Get<WithScoped>("pointer_swap_and_scale").Invoke(ref a, ref b);

        (a, b).Should().Be((-14, 15));
        Shim.Get<WithParams>("buffer_weigh_to_zero").Invoke([1, 10, 0]).Should().Be(21);
        Shim.Get<WithParams>("buffer_weigh_to_zero").ToDelegate()(1, 10, 0).Should().Be(21);
    }
}
