using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0012, NCB0013, NCB0015 and NCB0018: what may be declared a signature, and where.</summary>
public class DeclarationTests
{
    [Theory]
    [InlineData("[NativeSignature] public delegate void [|NCB0012:Op|]<T>();", "Op<T>")]
    [InlineData("[NativeSignature] public delegate T [|NCB0012:Op|]<T>(T x, in T y, [UncheckedShape] Span<T> z);", "Op<T>")]
    [InlineData("[NativeSignature] public delegate void [|NCB0012:Op|]<in T, out U>(T x) where T : class;", "Op<T, U>")]
    [InlineData("public class Outer<T> { [NativeSignature] public delegate void [|NCB0012:Op|](Pair<T> x); } public struct Pair<T> { public T X; }", "Outer<T>.Op")]
    [InlineData("[assembly: [|NCB0012:NativeSignature(typeof(Func<,>))|]]", "Func<,>")]
    [InlineData("[assembly: [|NCB0012:NativeSignature(typeof(Outer<>.Op))|]] public class Outer<T> { public delegate void Op(T x); }", "Outer<>.Op")]
    [InlineData("public class Outer<T> { [NativeSignature] public delegate int [|NCB0012:Op|](int x); }", "Outer<T>.Op")]
    [InlineData("public class Outer<T> where T : struct { public class Inner<U> where U : class, new() { [NativeSignature] public delegate double [|NCB0012:Op|](double x); } }", "Outer<T>.Inner<U>.Op")]
    public async Task Delegate_WithTypeParameters_IsRejectedOnlyForThem(string source, string name)
    {
        (await Verifier.Message(source)).Should().Be(
            $"'{name}' has type parameters, but generated calls need concrete types: declare a delegate without type parameters, or name the closed type in [assembly: NativeSignature(typeof(…))]");
    }

    [Theory]
    [InlineData("public class Outer { [NativeSignature] private delegate void [|NCB0013:Op|](); }", "Outer.Op")]
    [InlineData("public class Outer { [NativeSignature] protected delegate void [|NCB0013:Op|](); }", "Outer.Op")]
    [InlineData("public class Outer { [NativeSignature] private protected delegate void [|NCB0013:Op|](); }", "Outer.Op")]
    [InlineData("public class Outer { private class Inner { [NativeSignature] public delegate void [|NCB0013:Op|](); } }", "Outer.Inner.Op")]
    [InlineData("[NativeSignature] file delegate void [|NCB0013:Op|]();", "Op")]
    [InlineData("file class Outer { [NativeSignature] public delegate void [|NCB0013:Op|](); }", "Outer.Op")]
    [InlineData("[assembly: [|NCB0013:NativeSignature(typeof(Action<Local>))|]] file enum Local { A }", "Action<Local>")]
    public async Task Delegate_ThatGeneratedCodeCannotName_IsRejected(string source, string name)
    {
        (await Verifier.Message(source)).Should().Be(
            $"'{name}' is private, protected or local to its file, so generated code cannot name it: make it and its containing types internal or public");
    }

    [Theory]
    [InlineData("public class Outer { [NativeSignature] public delegate void Op(int x); }", "Outer.Op")]
    [InlineData("public struct Outer { [NativeSignature] internal delegate void Op(int x); }", "Outer.Op")]
    [InlineData("public interface Outer { [NativeSignature] delegate void Op(int x); }", "Outer.Op")]
    [InlineData("internal class Outer { [NativeSignature] public delegate void Op(int x); }", "Outer.Op")]
    [InlineData("public class Outer { [NativeSignature] protected internal delegate void Op(int x); }", "Outer.Op")]
    [InlineData("[assembly: NativeSignature(typeof(Outer.Op))] class Outer { internal delegate void Op(int x); }", "Outer.Op")]
    [InlineData("[assembly: NativeSignature(typeof(Outer<double>.Op))] public class Outer<T> { public delegate void Op(int x); }", "Outer<double>.Op")]
    [InlineData("[assembly: NativeSignature(typeof(Action<int>))]", "Action<int>")]
    public Task Delegate_ThatGeneratedCodeCanName_IsAccepted(string source, string name) =>
        Verifier.Accepts(source, $"static class Uses {{ static void Call(NativeCallback<{name}> op) => op.Invoke(1); }}");

    [Theory]
    [InlineData("[assembly: [|NCB0015:NativeSignature|]]", "on the assembly it needs typeof(…) with a delegate type")]
    [InlineData("[assembly: [|NCB0015:NativeSignature(null!)|]]", "on the assembly it needs typeof(…) with a delegate type")]
    [InlineData("[assembly: [|NCB0015:NativeSignature(typeof(int))|]]", "'int' is not a delegate type")]
    [InlineData("[assembly: [|NCB0015:NativeSignature(typeof(Delegate))|]]", "'Delegate' is not a delegate type")]
    [InlineData("[assembly: [|NCB0015:NativeSignature(typeof(Action[]))|]]", "'Action[]' is not a delegate type")]
    [InlineData("[[|NCB0015:NativeSignature(typeof(Action))|]] public delegate void Op();", "on a delegate it does not take typeof(…)")]
    public async Task NativeSignature_WithoutItsDelegate_IsRejectedAtTheAttribute(string source, string problem)
    {
        (await Verifier.Message(source)).Should().Be("[NativeSignature] is not valid here: " + problem);
    }

    [Fact]
    public Task UnknownType_IsLeftToTheCompiler() => Verifier.Reports("""
        [assembly: NativeSignature(typeof([|CS0246:Missing|]))]
        [assembly: NativeSignature(typeof(Action<[|CS0246:Missing|]>))]
        """);

    [Theory]
    [InlineData("x__")]
    [InlineData("callback__")]
    [InlineData("__")]
    public async Task ParameterName_ThatGeneratedCodeUses_IsRejected(string name)
    {
        (await Verifier.Message($"[NativeSignature] public delegate void Op(int [|NCB0018:{name}|]);"))
            .Should().Be($"The parameter '{name}' ends in '__', which is reserved for generated code: rename it");
    }

    [Theory]
    [InlineData("x_")]
    [InlineData("__x")]
    [InlineData("_")]
    [InlineData("callback")]
    public Task ParameterName_OfAnyOtherForm_IsAccepted(string name) =>
        Verifier.Accepts($"[NativeSignature] public delegate void Op(int {name});");

    [Fact]
    public Task SeveralFaults_AreEachReported() => Verifier.Reports("""
        [NativeSignature(CallingConvention = CallingConvention.FastCall)]
        [return: [|NCB0008:StatusCode|]]
        public delegate char [|NCB0009,NCB0001:Op|](bool [|NCB0003:a|], Span<char> [|NCB0001,NCB0005:b|], [[|NCB0006:Shape("k")|]] Span<int> c, decimal [|NCB0001,NCB0018:d__|]);
        """);
}
