using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>
/// NCB0016 and NCB0017, and what holds for every rejected declaration: code that calls it still compiles, under whatever
/// settings, so that our diagnostic is the only one.
/// </summary>
public class TargetTests
{
    private const string Declaration = "[NativeSignature] public delegate double [|{0}:Op|]([Shape(\"n\")] ReadOnlySpan<double> x, int n, string text);";

    private const string Uses = """
        static class Uses
        {
            static double Call(NativeCallback<Op> op, double[] x)
            {
                op.AsPointer();
                return op.Invoke(x, 2, "") + op.Invoke(x, "") + op.ToDelegate()(x, 2, "");
            }
        }
        """;

    [Fact]
    public Task IntPtr_AsADimension_IsAccepted_WhereItHasNoOperators() => Verifier.Accepts(
        "[NativeSignature] public delegate void Op([Shape(nameof(n), 2)] Span<ulong> x, IntPtr n, [Shape(nameof(m), Optional = true)] Span<byte> y, UIntPtr m);",
        "static class Uses { static void Use(NativeCallback<Op> op) { op.Invoke(new ulong[4], (IntPtr)2, default, default); using var owner = new Op((x, n, y, m) => { }).ToManagedCallback(); } }",
        Consumer.NetStandard);

    [Fact]
    public async Task Signature_WithoutUnsafeBlocks_IsRejected()
    {
        (await Verifier.Message(Declaration.Replace("{0}", "NCB0016"), Uses, Consumer.Net10 with { AllowsUnsafe = false }))
            .Should().Be("The generated calls of 'Op' are unsafe code, which this project does not allow: add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    public async Task Signature_UnderAnOldLanguage_IsRejected(LanguageVersion language, string name)
    {
        (await Verifier.Message(Declaration.Replace("{0}", "NCB0017"), Uses, Consumer.NetStandard with { Language = language }))
            .Should().Be($"The generated calls of 'Op' require C# 9, but this project uses C# {name}: set <LangVersion> to 9 or later");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public Task Signature_UnderAnOldLanguageWithoutUnsafeBlocks_IsRejectedForBoth(LanguageVersion language) => Verifier.Reports(
        Declaration.Replace("{0}", "NCB0016,NCB0017"), Uses, Consumer.NetStandard with { Language = language, AllowsUnsafe = false });

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public Task Parameters_OfEveryKind_HaveStubsUnderAnOldLanguage(LanguageVersion language) => Verifier.Reports(
        """
        public enum Code { Bad }
        public struct Pair { public int X; }
        public struct Box<T> { public T X; }
        [NativeSignature] [return: StatusCode] public unsafe delegate Code [|NCB0017:Op|](
            int @class, in Pair b, ref Guid c, out uint d, double* e, void** f, [MarshalAs(UnmanagedType.U1)] bool g, IntPtr h, UIntPtr i,
            NativeCallback<Action<int>> j, [UncheckedShape] Span<Pair> k, Box<int> l, string m = "", int? [|NCB0001:n|] = null);
        [NativeSignature] public delegate Tuple<int, string> [|NCB0017,NCB0001:Result|]((int A, string B) [|NCB0001:x|], int[][] [|NCB0001:y|], dynamic [|NCB0001:z|]);
        """,
        """
        static unsafe class Uses
        {
            static void Call(NativeCallback<Op> op, NativeCallback<Result> result)
            {
                Pair b = default; Guid c = default; uint d;
                op.Invoke(1, b, ref c, out d, null, null, true, IntPtr.Zero, UIntPtr.Zero, default, default, default, "", 1);
                op.Invoke(1, in b, ref c, out d, null, null, true, IntPtr.Zero, UIntPtr.Zero, default, default, default, "", null);
                op.ToDelegate();
                op.AsPointer();
                result.Invoke((1, ""), null, null).Item2.Trim();
            }
        }
        """,
        Consumer.NetStandard with { Language = language });

    [Theory]
    [InlineData("public unsafe delegate void Op(int* x, int y);", false)]
    [InlineData("public unsafe delegate int** Op(int x);", false)]
    [InlineData("public unsafe delegate void Op(int*[] x);", false)]
    [InlineData("public unsafe delegate void Op(delegate* unmanaged[Cdecl]<void> x);", false)]
    [InlineData("public unsafe delegate void Op(delegate* unmanaged[Cdecl]<void> x);", true)]
    public Task ForeignPointers_WhereTheyCannotBeNamed_DoNotBreakTheStubs(string declaration, bool allowsUnsafe)
    {
        var language = allowsUnsafe ? LanguageVersion.CSharp8 : LanguageVersion.CSharp10;
        var ids = allowsUnsafe ? "NCB0017" : declaration.Contains("[]") ? "NCB0016,NCB0001" : "NCB0016";
        return Verifier.Reports(
            $"[assembly: [|{ids}:NativeSignature(typeof(Op))|]]",
            "static class Uses { static void Call(NativeCallback<Op> op) { op.AsPointer(); op.ToDelegate(); } }",
            (Consumer.NetStandard with { Language = language, AllowsUnsafe = allowsUnsafe }).Referencing("Library", declaration, LanguageVersion.CSharp10));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    public Task ForeignModifiers_ThatTheLanguageLacks_AreLeftOut(LanguageVersion language)
    {
        var consumer = (Consumer.Net10 with { Language = language }).Referencing(
            "Library",
            """
            using System;
            using NativeCallbacks;
            public delegate void Op([UncheckedShape] scoped Span<int> x, ref readonly int y, scoped ref int z, [UncheckedShape] params ReadOnlySpan<int> w);
            """,
            LanguageVersion.CSharp13);
        return Verifier.Accepts(
            "[assembly: NativeSignature(typeof(Op))]",
            "static class Uses { static void Call(NativeCallback<Op> op, int a) { op.Invoke(default, in a, ref a, default); op.ToDelegate(); } }",
            consumer);
    }

    [Theory]
    [InlineData("public delegate T [|NCB0012:Op|]<T>(T x) where T : unmanaged;", "Op<int>", "1")]
    [InlineData("public delegate T [|NCB0012:Op|]<T, U>(T x) where T : class, U, new() where U : class, IDisposable;", "Op<Disposable, IDisposable>", "new Disposable()")]
    [InlineData("public delegate T [|NCB0012:Op|]<T>(T x) where T : struct, Enum;", "Op<ConsoleColor>", "default")]
    [InlineData("public delegate T [|NCB0012:Op|]<T>(T x) where T : struct, IComparable<T>;", "Op<int>", "1")]
    [InlineData("public delegate void [|NCB0012:Op|]<T>([Shape(nameof(n))] Span<T> x, int n) where T : unmanaged;", "Op<int>", "new int[1]")]
    [InlineData("public delegate void [|NCB0012:Op|]<T>(in Box<T> x, params T[] [|NCB0001:y|]);", "Op<int>", "default, new int[1]")]
    public async Task OpenDelegate_WithConstraints_HasStubs(string declaration, string type, string arguments)
    {
        foreach (var consumer in new[] { Consumer.NetStandard with { Language = LanguageVersion.CSharp7_3 }, Consumer.NetStandard, Consumer.Net10 })
        {
            // Under an old language there is a second reason to refuse.
            var ids = consumer.Language < LanguageVersion.CSharp9 ? "NCB0012,NCB0017" : "NCB0012";
            await Verifier.Reports(
                "public class Disposable : IDisposable { public void Dispose() { } } public struct Box<T> { public T Value; } [NativeSignature] "
                + declaration.Replace("NCB0012", ids),
                $"static class Uses {{ static void Call(NativeCallback<{type}> op) {{ op.Invoke({arguments}); op.ToDelegate(); op.AsPointer(); }} }}",
                consumer);
        }
    }

    [Fact]
    public Task OpenDelegate_InAGenericClass_HasStubs() => Verifier.Reports(
        """
        public class Outer<T> where T : class
        {
            public struct Middle<U> where U : struct, IComparable<U>
            {
                [NativeSignature] public delegate V [|NCB0012:Op|]<V>(T x, U y, V z) where V : notnull;
            }
        }
        """,
        "static class Uses { static int Call(NativeCallback<Outer<string>.Middle<double>.Op<int>> op) => op.Invoke(\"\", 1, 2) + op.ToDelegate()(\"\", 1, 2); }");

    [Fact]
    public Task RejectedSignatures_OfTwoNamespaces_HaveStubsEach() => Verifier.Reports(
        "namespace A { [NativeSignature] public delegate void Op(char [|NCB0001:x|]); } namespace B { [NativeSignature] public delegate void Op(bool [|NCB0003:x|]); }",
        "static class Uses { static void Call(NativeCallback<A.Op> a, NativeCallback<B.Op> b) { a.Invoke('x'); b.Invoke(true); } }");
}
