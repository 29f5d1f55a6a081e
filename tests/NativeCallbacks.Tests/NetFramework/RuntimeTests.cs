using System;
using System.Reflection;
using System.Runtime.Versioning;

namespace NativeCallbacks.Tests;

/// <summary>What the tests prove, they prove of this runtime and of the library that its users get.</summary>
public class RuntimeTests
{
    [Fact]
    public void Runtime_IsMono() => Mono.IsRunning.Should().BeTrue();

    [Fact]
    public void Library_IsTheBuildForNetStandard()
    {
        var target = typeof(NativeSignatureAttribute).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!;

        new FrameworkName(target.FrameworkName).Should().Be(new FrameworkName(".NETStandard", new Version(2, 0)));
    }
}
