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
        "Make the delegate by NativeCallback<Op>.ToDelegate()");

    [Fact]
    public Task LocalsDeclaredTogether_StayDelegates() => FixVerifier.FixesAll<MigrationFix>(
        [$"{Usings}{Declared}static class Uses {{ static double F(nint p) {{ Op a = Marshal.GetDelegateForFunctionPointer<Op>(p), b = Marshal.GetDelegateForFunctionPointer<Op>(p); return a(1, 2) - b(3, 4); }} }}"],
        [$"{Usings}{Declared}static class Uses {{ static double F(nint p) {{ Op a = new NativeCallback<Op>(p).ToDelegate(), b = new NativeCallback<Op>(p).ToDelegate(); return a(1, 2) - b(3, 4); }} }}"]);

    /// <summary>The marshaller calls by the platform's convention, which differs from C's on Windows x86.</summary>
    [Fact]
    public Task DelegateWithoutConvention_KeepsThatOfTheMarshaller() => FixVerifier.Fixes<MigrationFix>(
        """
        using System.Runtime.InteropServices;
        class Outer
        {
            // An operation.
            internal delegate double Op(double x);

            static double Call(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1.5);
        }
        """,
        """
        using System.Runtime.InteropServices;
        using NativeCallbacks;
        class Outer
        {
            // An operation.
            [NativeSignature(CallingConvention = CallingConvention.Winapi)]
            internal delegate double Op(double x);

            static double Call(nint p) => new NativeCallback<Op>(p).Invoke(1.5);
        }
        """);

    [Theory]
    [InlineData("CallingConvention.StdCall")]
    [InlineData("CallingConvention.Winapi")]
    [InlineData("CallingConvention.ThisCall, SetLastError = true")]
    public Task DelegateWithConvention_KeepsItsAttribute(string convention) => FixVerifier.Fixes<MigrationFix>(
        $"{Usings}[UnmanagedFunctionPointer({convention})] public delegate int Op(nint x); static class Uses {{ static int Call(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1); }}",
        $"{Usings}[UnmanagedFunctionPointer({convention})] [NativeSignature] public delegate int Op(nint x); static class Uses {{ static int Call(nint p) => new NativeCallback<Op>(p).Invoke(1); }}");

    [Fact]
    public Task PrivateDelegate_BecomesInternal() => FixVerifier.Fixes<MigrationFix>(
        """
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        public class Solver
        {
            // An operation.
            [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
            private delegate double Op(double x);

            public static double Call(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1.5);
        }
        """,
        """
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        public class Solver
        {
            // An operation.
            [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
            [NativeSignature]
            internal delegate double Op(double x);

            public static double Call(nint p) => new NativeCallback<Op>(p).Invoke(1.5);
        }
        """);

    [Fact]
    public Task DelegateOfAnotherAssembly_IsDeclaredForThisOne() => FixVerifier.Fixes<MigrationFix>(
        """
        // A licence.

        using System;
        using System.Runtime.InteropServices;

        // The program.
        namespace App
        {
            static class Uses
            {
                static void Call(nint p) => Marshal.GetDelegateForFunctionPointer<Action>(p)();
            }
        }
        """,
        """
        // A licence.

        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        [assembly: NativeSignature(typeof(Action), CallingConvention = CallingConvention.Winapi)]

        // The program.
        namespace App
        {
            static class Uses
            {
                static void Call(nint p) => new NativeCallback<Action>(p).Invoke();
            }
        }
        """);

    /// <summary>The marshaller refuses these, so that there is no convention to keep.</summary>
    [Fact]
    public Task GenericDelegate_IsDeclaredForTheAssembly_BesideOthers() => FixVerifier.Fixes<MigrationFix>(
        """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        [assembly: NativeSignature(typeof(Comparison<int>))]

        static class Uses
        {
            static double Call(nint p)
            {
                var f = Marshal.GetDelegateForFunctionPointer<Func<double, double>>(p);
                return f(1.5);
            }
        }
        """,
        """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        [assembly: NativeSignature(typeof(Comparison<int>))]
        [assembly: NativeSignature(typeof(Func<double, double>))]

        static class Uses
        {
            static double Call(nint p)
            {
                var f = new NativeCallback<Func<double, double>>(p);
                return f.Invoke(1.5);
            }
        }
        """);

    [Fact]
    public Task AllOfAProject_DeclareEachDelegateOnce() => FixVerifier.FixesAll<MigrationFix>(
        [
            """
            using System;
            using System.Runtime.InteropServices;

            static class First
            {
                static void Call(nint p)
                {
                    Marshal.GetDelegateForFunctionPointer<Action>(p)();
                    var op = Marshal.GetDelegateForFunctionPointer<Op>(p);
                    op(Marshal.GetDelegateForFunctionPointer<Op>(p)(1));
                }
            }
            """,
            $"{Usings}static class Second {{ static void Call(nint p) => Marshal.GetDelegateForFunctionPointer<Action>(p)(); static int Call2(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(2); }}",
            $"{Usings}[UnmanagedFunctionPointer(CallingConvention.Cdecl)]\npublic delegate int Op(int x);\n",
        ],
        [
            """
            using System;
            using System.Runtime.InteropServices;
            using NativeCallbacks;

            [assembly: NativeSignature(typeof(Action), CallingConvention = CallingConvention.Winapi)]

            static class First
            {
                static void Call(nint p)
                {
                    new NativeCallback<Action>(p).Invoke();
                    var op = new NativeCallback<Op>(p);
                    op.Invoke(new NativeCallback<Op>(p).Invoke(1));
                }
            }
            """,
            $"{Usings}static class Second {{ static void Call(nint p) => new NativeCallback<Action>(p).Invoke(); static int Call2(nint p) => new NativeCallback<Op>(p).Invoke(2); }}",
            $"{Usings}[UnmanagedFunctionPointer(CallingConvention.Cdecl)]\n[NativeSignature]\npublic delegate int Op(int x);\n",
        ]);

    [Fact]
    public Task UsingsOfANamespace_AreAddedTo() => FixVerifier.Fixes<MigrationFix>(
        """
        namespace App
        {
            using System;
            using System.Runtime.InteropServices;
            using Zoo;

            static class Uses
            {
                static void Call(nint p) => Marshal.GetDelegateForFunctionPointer<Action>(p)();
            }
        }

        namespace Zoo { }
        """,
        """
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        [assembly: NativeSignature(typeof(System.Action), CallingConvention = CallingConvention.Winapi)]

        namespace App
        {
            using System;
            using System.Runtime.InteropServices;
            using NativeCallbacks;
            using Zoo;

            static class Uses
            {
                static void Call(nint p) => new NativeCallback<Action>(p).Invoke();
            }
        }

        namespace Zoo { }
        """);

    [Fact]
    public Task LineBreaksAndHeaderOfAFile_StayAsTheyAre() => FixVerifier.Fixes<MigrationFix>(
        [
            "#nullable enable\r\n// Why.\r\n\r\n/// <summary>Doc.</summary>\r\npublic delegate int Op(int x);\r\n",
            $"{Usings}static class Uses {{ static int F(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p)(1); }}",
        ],
        [
            "#nullable enable\r\n// Why.\r\n\r\nusing System.Runtime.InteropServices;\r\nusing NativeCallbacks;\r\n\r\n/// <summary>Doc.</summary>\r\n[NativeSignature(CallingConvention = CallingConvention.Winapi)]\r\npublic delegate int Op(int x);\r\n",
            $"{Usings}static class Uses {{ static int F(nint p) => new NativeCallback<Op>(p).Invoke(1); }}",
        ]);

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
