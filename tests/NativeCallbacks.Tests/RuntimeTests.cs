using System;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace NativeCallbacks.Tests;

/// <summary>What the tests prove, they prove of this runtime and of the library that its users get.</summary>
public class RuntimeTests
{
    [Fact]
    public void Runtime_IsTheOneOfTheFolder_OrThatTheTestsAreBuiltFor()
    {
        var expected = Platform.VersionOfFolder?.Major ?? Target(typeof(RuntimeTests).Assembly).Major;

        Environment.Version.Major.Should().Be(expected);
        RuntimeInformation.FrameworkDescription.Should().StartWith(Platform.IsNativeAot ? ".NET " : $".NET {expected}.");
    }

    [Fact]
    public void Library_IsTheBuildForTheRuntime_OrTheNextOlderOne()
    {
        var expected = Environment.Version.Major switch { 8 or 9 => 8, _ => 10 };

        Target(typeof(NativeSignatureAttribute).Assembly).Major.Should().Be(expected);
    }

    private static Version Target(Assembly assembly) =>
        new FrameworkName(assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName).Version;
}
