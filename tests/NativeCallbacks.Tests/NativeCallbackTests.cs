using System;
using System.Runtime.CompilerServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests;

/// <summary>The address and its signature, without a call.</summary>
public class NativeCallbackTests
{
    [Fact]
    public void Constructor_WithZero_RefusesAndNamesTheSignature()
    {
        var construct = () => new NativeCallback<ScalarFunction>(0);

        construct.Should().Throw<ArgumentException>().WithParameterName("address").WithMessage("A NativeCallback<ScalarFunction> requires a non-zero address.*default*");
    }

    [Fact]
    public void ConversionFromZero_RefusesAsTheConstructorDoes()
    {
        var convert = () => (NativeCallback<ScalarFunction>)(nint)0;

        convert.Should().Throw<ArgumentException>().WithParameterName("address");
    }

    [Fact]
    public void Address_IsWhatTheConstructorWasGiven_ByEveryWayOut()
    {
        var callback = new NativeCallback<ScalarFunction>(0x1234);

        callback.Address.Should().Be((nint)0x1234);
        ((nint)callback).Should().Be((nint)0x1234);
        callback.IsNull.Should().BeFalse();
        ((NativeCallback<ScalarFunction>)(nint)0x1234).Should().Be(callback);
    }

    [Fact]
    public void Default_IsNull()
    {
        var callback = default(NativeCallback<ScalarFunction>);

        callback.IsNull.Should().BeTrue();
        callback.Address.Should().Be((nint)0);
    }

    [Fact]
    public void Equality_FollowsTheAddress()
    {
        var one = new NativeCallback<ScalarFunction>(1);
        var otherOne = new NativeCallback<ScalarFunction>(1);
        var two = new NativeCallback<ScalarFunction>(2);

        (one == otherOne).Should().BeTrue();
        (one != otherOne).Should().BeFalse();
        (one == two).Should().BeFalse();
        (one != two).Should().BeTrue();
        one.Equals((object)otherOne).Should().BeTrue();
        one.Equals((object)two).Should().BeFalse();
        one.Equals(1).Should().BeFalse();
        one.GetHashCode().Should().Be(otherOne.GetHashCode());
    }

    [Fact]
    public void ToString_ReportsSignatureAndAddress()
    {
        new NativeCallback<ScalarFunction>(0xABC).ToString().Should().Be("NativeCallback<ScalarFunction>(0xABC)");
        default(NativeCallback<ScalarFunction>).ToString().Should().Be("NativeCallback<ScalarFunction>(null)");
    }

    [Fact]
    public void Size_IsOnePointer_AlsoAsFieldAndInSpans()
    {
        Unsafe.SizeOf<NativeCallback<ScalarFunction>>().Should().Be(IntPtr.Size);
        RuntimeHelpers.IsReferenceOrContainsReferences<NativeCallback<ScalarFunction>>().Should().BeFalse();

        Span<NativeCallback<ScalarFunction>> callbacks = stackalloc NativeCallback<ScalarFunction>[2];
        callbacks[1] = new NativeCallback<ScalarFunction>(7);
        callbacks[0].IsNull.Should().BeTrue();
        callbacks[1].Address.Should().Be((nint)7);
    }
}
