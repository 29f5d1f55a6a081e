using System;
using NativeCallbacks.AbiTests.Runs;

namespace NativeCallbacks.AbiTests;

/// <summary>A test of C that has another calling convention than the one by which it is called.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OtherConventionFactAttribute : FactAttribute
{
    public OtherConventionFactAttribute() => Skip = ChildRuntime.UnderTest.Machine.OtherConvention is null
        ? "C for Arm64 has one way to pass these arguments."
        : null;
}
