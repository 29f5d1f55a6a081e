using System.Threading.Tasks;
using NativeCallbacks.CodeFixes;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.CodeFixes;

/// <summary>NCB0025: where and how the fix declares the delegate a signature, and what it imports.</summary>
public class MigrationDeclarationTests
{
    private const string Usings = """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        """;

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

    /// <summary>The marshaller rejects these, so there is no convention to keep.</summary>
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
}
