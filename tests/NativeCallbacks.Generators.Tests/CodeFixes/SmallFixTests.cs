using System.Threading.Tasks;
using NativeCallbacks.CodeFixes;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.CodeFixes;

/// <summary>The fixes of one step: a declaration or a <c>using</c> added, an attribute or an option removed.</summary>
public class SmallFixTests
{
    private const string Usings = """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        """;

    [Fact]
    public Task UndeclaredDelegate_IsDeclared() => FixVerifier.FixesAll<DeclarationFix>(
        [Usings + "public delegate void Op(int x);\nstatic class Uses { static void Call(NativeCallback<Op> f, Op g) { f.Invoke(1); f.ToDelegate(); using var owner = g.ToManagedCallback(); } }"],
        [Usings + "[NativeSignature]\npublic delegate void Op(int x);\nstatic class Uses { static void Call(NativeCallback<Op> f, Op g) { f.Invoke(1); f.ToDelegate(); using var owner = g.ToManagedCallback(); } }"],
        "Add [NativeSignature] to 'Op'");

    [Fact]
    public Task UndeclaredDelegateOfAnotherAssembly_IsDeclaredForThisOne() => FixVerifier.Fixes<DeclarationFix>(
        Usings + "\nstatic class Uses { static double? Call(NativeCallback<Func<double, double>>? f) => f?.Invoke(1); }",
        Usings + "\n[assembly: NativeSignature(typeof(Func<double, double>))]\n\nstatic class Uses { static double? Call(NativeCallback<Func<double, double>>? f) => f?.Invoke(1); }",
        "Add [NativeSignature] to 'Func<double, double>'");

    [Theory]
    [InlineData("[NativeSignature] public delegate void Op(double x); static class Uses { static void Call(NativeCallback<Op> f) => f.Map(new double[1], new double[1]); }")]
    [InlineData("static class Uses { static void Call<T>(NativeCallback<T> f) where T : Delegate => f.Invoke(); }")]
    [InlineData("static class Uses { static void Call<T>(NativeCallback<Func<T>> f) => f.Invoke(); }")]
    public async Task MemberThatNoDeclarationBrings_HasNoFix(string source)
    {
        (await FixVerifier.Offers<DeclarationFix>(Usings + source)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(
        "[assembly: NativeSignature(typeof(Action))]\n[assembly: NativeSignature(typeof(Action))]\n[assembly: CLSCompliant(false)]\n",
        "[assembly: NativeSignature(typeof(Action))]\n[assembly: CLSCompliant(false)]\n")]
    [InlineData(
        "[assembly: NativeSignature(typeof(Action))]\n[assembly: CLSCompliant(false), NativeSignature(typeof(Action))]\n",
        "[assembly: NativeSignature(typeof(Action))]\n[assembly: CLSCompliant(false)]\n")]
    [InlineData(
        "[assembly: NativeSignature(typeof(Action))] [assembly: NativeSignature(typeof(Action))] // once\n",
        "[assembly: NativeSignature(typeof(Action))] // once\n")]
    [InlineData(
        "[NativeSignature(SetLastError = true)]\n  [NativeSignature]  \n  public delegate void Op();\n",
        "[NativeSignature(SetLastError = true)]\n  public delegate void Op();\n")]
    public Task SecondDeclaration_IsRemoved(string before, string after) => FixVerifier.Fixes<RemovalFix>(Usings + before, Usings + after, "Remove [NativeSignature]");

    [Fact]
    public Task SecondDeclarations_OfAFile_AreRemovedAtOnce() => FixVerifier.FixesAll<RemovalFix>(
        [Usings + "[assembly: NativeSignature(typeof(Action))]\n[assembly: NativeSignature(typeof(Action))]\n[assembly: NativeSignature(typeof(Action))]\n"],
        [Usings + "[assembly: NativeSignature(typeof(Action))]\n"],
        "Remove [NativeSignature]");

    [Fact]
    public async Task SecondDeclaration_WithOptions_HasNoFix()
    {
        (await FixVerifier.Offers<RemovalFix>(Usings + "[NativeSignature] [NativeSignature(SetLastError = true)] public delegate void Op();")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("(StatusConvention.NonNegativeIsSuccess)")]
    public Task FaultResultThatMeansSuccess_IsRemoved(string convention) => FixVerifier.Fixes<RemovalFix>(
        Usings + $"[NativeSignature]\n[return: StatusCode{convention}]\n[return: FaultResult(0)]\npublic delegate int Op();\n",
        Usings + $"[NativeSignature]\n[return: StatusCode{convention}]\npublic delegate int Op();\n",
        "Remove [FaultResult]");

    [Fact]
    public async Task FaultResultWithoutStatusCode_HasNoFix()
    {
        (await FixVerifier.Offers<RemovalFix>(Usings + "[NativeSignature] [return: FaultResult(1.5)] public delegate int Op();")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("[NativeSignature] private delegate void Op(Point x);", "[NativeSignature] internal delegate void Op(Point x);")]
    [InlineData("// Doc.\n    [NativeSignature]\n    delegate void Op(int x);", "// Doc.\n    [NativeSignature]\n    internal delegate void Op(int x);")]
    [InlineData("[NativeSignature] private protected delegate void Op(int x);", "[NativeSignature] internal delegate void Op(int x);")]
    [InlineData("[NativeSignature] protected delegate void Op(int x);", "[NativeSignature] protected internal delegate void Op(int x);")]
    [InlineData("[NativeSignature] private unsafe delegate void Op(int* x);", "[NativeSignature] internal unsafe delegate void Op(int* x);")]
    public Task PrivateDelegate_BecomesInternal(string before, string after) => FixVerifier.Fixes<AccessFix>(
        Usings + "public class Base\n{\n    " + before + "\n    internal enum Point { }\n}",
        Usings + "public class Base\n{\n    " + after + "\n    internal enum Point { }\n}",
        "Make it internal");

    [Theory]
    [InlineData("public class Outer { class Inner { [NativeSignature] public delegate void Op(int x); } }")]
    [InlineData("public class Outer { enum Point { } [NativeSignature] private delegate void Op(in Point x); }")]
    [InlineData("[NativeSignature] file delegate void Op(int x);")]
    public async Task DelegateHiddenByMoreThanItsModifier_HasNoFix(string source)
    {
        (await FixVerifier.Offers<AccessFix>(Usings + source)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("[NativeSignature(SuppressGCTransition = true)]", "[NativeSignature]")]
    [InlineData("[NativeSignature(SetLastError = true, SuppressGCTransition = true)]", "[NativeSignature(SetLastError = true)]")]
    public Task SuppressGCTransition_OfASignatureWithACallback_IsLeftOut(string before, string after) => FixVerifier.Fixes<TransitionFix>(
        Usings + before + "\npublic delegate void Op(int x, NativeCallback<Action> f);",
        Usings + after + "\npublic delegate void Op(int x, NativeCallback<Action> f);",
        "Remove SuppressGCTransition");

    [Fact]
    public Task SuppressGCTransition_OfAnAssemblyAttribute_IsLeftOut() => FixVerifier.Fixes<TransitionFix>(
        Usings + "[assembly: NativeSignature(typeof(Action<NativeCallback<Action>>), SuppressGCTransition = true)]\n",
        Usings + "[assembly: NativeSignature(typeof(Action<NativeCallback<Action>>))]\n");

    [Fact]
    public Task OwnerThatIsNeverDisposed_IsDeclaredWithUsing() => FixVerifier.FixesAll<DisposalFix>(
        [Usings + "[NativeSignature] public delegate void Op(int x);\nstatic class Uses\n{\n    static nint Call(Op op)\n    {\n        // The owner.\n        var a = op.ToManagedCallback(); // of op\n        ManagedCallback<Op> b = op.ToManagedCallback();\n        return a.Callback.Address ^ b.Callback.Address;\n    }\n}\n"],
        [Usings + "[NativeSignature] public delegate void Op(int x);\nstatic class Uses\n{\n    static nint Call(Op op)\n    {\n        // The owner.\n        using var a = op.ToManagedCallback(); // of op\n        using ManagedCallback<Op> b = op.ToManagedCallback();\n        return a.Callback.Address ^ b.Callback.Address;\n    }\n}\n"],
        "Declare it with 'using'");

    [Fact]
    public async Task OwnerInASwitchSection_HasNoFix()
    {
        (await FixVerifier.Offers<DisposalFix>(
            Usings + "[NativeSignature] public delegate void Op(int x); static class Uses { static nint Call(Op op, int n) { switch (n) { default: var a = op.ToManagedCallback(); return a.Callback.Address; } } }"))
            .Should().BeEmpty();
    }
}
