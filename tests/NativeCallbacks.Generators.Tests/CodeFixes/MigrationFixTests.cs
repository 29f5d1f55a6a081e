using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.CodeFixes;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.CodeFixes;

/// <summary>NCB0025: what becomes of a delegate that the runtime marshals.</summary>
public class MigrationFixTests
{
    private const string Usings = """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        """;

    private const string Declared = "[UnmanagedFunctionPointer(CallingConvention.Cdecl), NativeSignature] public delegate double Op(double x, int n = 7);\n";

    [Fact]
    public Task LocalThatIsCalled_HoldsTheCallback() => FixVerifier.Fixes<MigrationFix>(
        """
        using System.Runtime.InteropServices;

        namespace App;

        /// <summary>An operation.</summary>
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        public delegate double Op(double x, int n);

        public static class Uses
        {
            public static double Call(nint address)
            {
                // The address is good.
                var op = Marshal.GetDelegateForFunctionPointer<Op>(address); // from native code
                return op(1.5, 2) - op.Invoke(2.5, n: 3);
            }
        }
        """,
        """
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        namespace App;

        /// <summary>An operation.</summary>
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        [NativeSignature]
        public delegate double Op(double x, int n);

        public static class Uses
        {
            public static double Call(nint address)
            {
                // The address is good.
                var op = new NativeCallback<Op>(address); // from native code
                return op.Invoke(1.5, 2) - op.Invoke(2.5, n: 3);
            }
        }
        """,
        "Call through NativeCallback<Op>");

    /// <summary>Each expression with what it becomes; the delegate is declared already.</summary>
    [Theory]
    [InlineData(
        "static double F(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1.5, 2);",
        "static double F(nint p) => new NativeCallback<Op>(p).Invoke(1.5, 2);")]
    [InlineData(
        "static double F(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p).Invoke(n: 2, x: 1.5);",
        "static double F(nint p) => new NativeCallback<Op>(p).Invoke(n: 2, x: 1.5);")]
    [InlineData(
        "static double F(nint p) => ((Op)Marshal.GetDelegateForFunctionPointer(p, typeof(Op)))(1.5, 2);",
        "static double F(nint p) => new NativeCallback<Op>(p).Invoke(1.5, 2);")]
    [InlineData(
        "static Op F(nint p) => (Op)Marshal.GetDelegateForFunctionPointer(t: typeof(Op), ptr: p + 1);",
        "static Op F(nint p) => new NativeCallback<Op>(p + 1).ToDelegate();")]
    [InlineData(
        "static Op? F(nint p) => Marshal.GetDelegateForFunctionPointer(p, typeof(Op)) as Op;",
        "static Op? F(nint p) => new NativeCallback<Op>(p).ToDelegate();")]
    [InlineData(
        "static readonly Op Field = Marshal.GetDelegateForFunctionPointer<Op>(1);",
        "static readonly Op Field = new NativeCallback<Op>(1).ToDelegate();")]
    [InlineData(
        "static Op? F(nint p) => p == 0 ? null : System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer<Op>(p);",
        "static Op? F(nint p) => p == 0 ? null : new NativeCallback<Op>(p).ToDelegate();")]
    [InlineData(
        "static object? F(nint p) { object op = Marshal.GetDelegateForFunctionPointer<Op>(p); return null; }",
        "static object? F(nint p) { object op = new NativeCallback<Op>(p).ToDelegate(); return null; }")]
    [InlineData(
        "static double F(nint p) { Op? op = Marshal.GetDelegateForFunctionPointer<Op>(p); return op(1.5, 2); }",
        "static double F(nint p) { NativeCallback<Op> op = new NativeCallback<Op>(p); return op.Invoke(1.5, 2); }")]
    [InlineData(
        "static double F(nint p) { var op = Marshal.GetDelegateForFunctionPointer<Op>(p); return ((Func<double>)(() => op /* here */ (1.5, 2)))(); }",
        "static double F(nint p) { var op = new NativeCallback<Op>(p); return ((Func<double>)(() => op.Invoke /* here */ (1.5, 2)))(); }")]
    public Task DeclaredDelegate_BecomesWhatItsUseNeeds(string before, string after) => FixVerifier.Fixes<MigrationFix>(
        $"{Usings}{Declared}static class Uses {{ {before} }}",
        $"{Usings}{Declared}static class Uses {{ {after} }}");

    /// <summary>Uses that a callback does not have: the local stays a delegate.</summary>
    [Theory]
    [InlineData("return op(1.5);")]
    [InlineData("return op!(1.5, 2);")]
    [InlineData("return op?.Invoke(1.5, 2) ?? 0;")]
    [InlineData("Op other = op; return other(1.5, 2);")]
    [InlineData("op = (x, n) => x - n; return op(1.5, 2);")]
    [InlineData("op += (x, n) => x - n; return op(1.5, 2);")]
    [InlineData("Func<double, int, double> f = op.Invoke; return f(1.5, 2);")]
    [InlineData("dynamic x = 1.5; return op(x, 2);")]
    [InlineData("return op.Target is null ? 0 : op(1.5, 2);")]
    public Task LocalOfMoreThanCalls_StaysADelegate(string uses) => FixVerifier.Fixes<MigrationFix>(
        $"{Usings}{Declared}static class Uses {{ static double F(nint p) {{ var op = Marshal.GetDelegateForFunctionPointer<Op>(p); {uses} }} }}",
        $"{Usings}{Declared}static class Uses {{ static double F(nint p) {{ var op = new NativeCallback<Op>(p).ToDelegate(); {uses} }} }}",
        "Use NativeCallback<Op>.ToDelegate()");

    [Fact]
    public Task LocalsDeclaredTogether_StayDelegates() => FixVerifier.FixesAll<MigrationFix>(
        [$"{Usings}{Declared}static class Uses {{ static double F(nint p) {{ Op a = Marshal.GetDelegateForFunctionPointer<Op>(p), b = Marshal.GetDelegateForFunctionPointer<Op>(p); return a(1, 2) - b(3, 4); }} }}"],
        [$"{Usings}{Declared}static class Uses {{ static double F(nint p) {{ Op a = new NativeCallback<Op>(p).ToDelegate(), b = new NativeCallback<Op>(p).ToDelegate(); return a(1, 2) - b(3, 4); }} }}"]);

    /// <summary>The local is handed to native code, for which a delegate of ours would be a thunk with a short life.</summary>
    [Theory]
    [InlineData("[DllImport(\"x\")] static extern void Register(Op op); static void F(nint p) { var op = Marshal.GetDelegateForFunctionPointer<Op>(p); op(1.5, 2); Register(op); }")]
    [InlineData("static void F(nint p) { var op = Marshal.GetDelegateForFunctionPointer<Op>(p); op(1.5, 2); _ = Marshal.GetFunctionPointerForDelegate<Op>(op); }")]
    public async Task LocalThatGoesToNativeCode_HasNoFix(string member)
    {
        (await FixVerifier.Offers<MigrationFix>($"{Usings}{Declared}static class Uses {{ {member} }}")).Should().BeEmpty();
    }

    [Fact]
    public async Task PlaceWhereOurNameMeansAnother_HasNoFix()
    {
        (await FixVerifier.Offers<MigrationFix>(
            $"{Usings}{Declared}namespace App {{ struct NativeCallback<T> {{ }} static class Uses {{ static double F(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1.5, 2); }} }}"))
            .Should().BeEmpty();
    }

    [Fact]
    public async Task ProjectWithoutUnsafeBlocks_HasNoFix()
    {
        (await FixVerifier.Offers<MigrationFix>(
            $"{Usings}public delegate double Op(double x); static class Uses {{ static double F(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1.5); }}",
            Consumer.Net10 with { AllowsUnsafe = false })).Should().BeEmpty();
    }

    [Fact]
    public Task NetStandard_WithAConvention_IsMigrated() => FixVerifier.Fixes<MigrationFix>(
        $"{Usings}[UnmanagedFunctionPointer(CallingConvention.StdCall)] public delegate int Op(int x); static class Uses {{ static int F(IntPtr p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1); }}",
        $"{Usings}[UnmanagedFunctionPointer(CallingConvention.StdCall)] [NativeSignature] public delegate int Op(int x); static class Uses {{ static int F(IntPtr p) => new NativeCallback<Op>(p).Invoke(1); }}",
        consumer: Consumer.NetStandard with { Language = LanguageVersion.CSharp9 });
}
