using System;

namespace NativeCallbacks.Tests.Signatures;

/// <summary>Over <c>text_find</c>, whose third argument it leaves alone where the first is negative.</summary>
[NativeSignature]
internal delegate int WithDefaults(int which = -1, int status = 7, nint output = 0);

[NativeSignature]
internal delegate double WithDefaultFactor([Shape(nameof(n))] ReadOnlySpan<double> values, int n, [Shape(1, Optional = true)] ReadOnlySpan<double> more = default);

/// <summary>Default values of the delegate are those of <c>Invoke</c>.</summary>
public class DefaultValueTests
{
    [Fact]
    public void Invoke_WithoutArgumentsThatHaveDefaults_PassesThese()
    {
        Shim.Get<WithDefaults>("text_find").Invoke().Should().Be(7);
        Shim.Get<WithDefaults>("text_find").Invoke(-2, 5).Should().Be(5);
        Shim.Get<WithDefaults>("text_find").Invoke(status: 3).Should().Be(3);
    }

    /// <summary>The second Invoke is there too, because a span is never taken for a count.</summary>
    [Fact]
    public void Invoke_WithoutTheCount_InfersIt()
    {
        var counted = Shim.Get<WithDefaultFactor>("buffer_counted_by_int32");

        counted.Invoke([1.5, -2]).Should().Be(-2.5);
        counted.Invoke([1.5, -2, 100], 2).Should().Be(-2.5);
        counted.Invoke([1.5, -2], [1]).Should().Be(-2.5);
    }
}
