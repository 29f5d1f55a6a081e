using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0018 and NCB0013: names of the project that generated code cannot live beside, and types that it cannot name.</summary>
public class GeneratedNameTests
{
    private const string Op = "[NativeSignature] public delegate double [|NCB0018:Op|](double x); ";
    private const string Library = "namespace N { public struct S { public int A; } public delegate int D(int x); public delegate int G<T>(T x); public delegate int H(S x); }";

    [Theory]
    [InlineData("namespace NativeCallbacks { class OpExtensions { } }", "The type 'NativeCallbacks.OpExtensions' has the name of the class of 'Op'")]
    [InlineData("namespace NativeCallbacks { static partial class OpExtensions { } }", "The type 'NativeCallbacks.OpExtensions' has the name of the class of 'Op'")]
    [InlineData("namespace NativeCallbacks { delegate void OpExtensions(); }", "The type 'NativeCallbacks.OpExtensions' has the name of the class of 'Op'")]
    [InlineData("namespace NativeCallbacks.OpExtensions { class C { } }", "The namespace 'NativeCallbacks.OpExtensions' has the name of the class of 'Op'")]
    [InlineData("namespace NativeCallbacks { class ManagedCallback<T> { } }", "The type 'NativeCallbacks.ManagedCallback<T>' has a name")]
    [InlineData("namespace NativeCallbacks { class CompilerServices { } }", "The type 'NativeCallbacks.CompilerServices' has a name")]
    [InlineData("namespace NativeCallbacks.NativeStatusException.X { class C { } }", "The namespace 'NativeCallbacks.NativeStatusException' has a name")]
    public async Task TypeOfTheProject_WhoseNameGeneratedCodeUses_IsRejected(string source, string fact) =>
        (await Verifier.Message(Op + source)).Should().Be(fact + ", which is reserved for generated code: rename it");

    [Theory]
    [InlineData("class OpExtensions { }")]
    [InlineData("namespace NativeCallbacks { class OpExtensions<T> { } class opExtensions { } class Outer { class OpExtensions { } } }")]
    [InlineData("namespace NativeCallbacks { class ManagedCallback { } class Other { } }")]
    [InlineData("namespace NativeCallbacks.ManagedCallback { class C { } } namespace NativeCallbacks.CompilerServices.X { class C { } }")]
    [InlineData("namespace Inner.NativeCallbacks { class OpExtensions { } class System { } }")]
    public Task TypeOfTheProject_WithAnotherName_IsAccepted(string source) =>
        Verifier.Accepts("[NativeSignature] [return: StatusCode] public delegate int Op(double x);" + source);

    [Theory]
    [InlineData("[assembly: NativeCallbacks.NativeSignature(typeof(lib::N.D))]", "'D'")]
    [InlineData("[assembly: NativeCallbacks.NativeSignature(typeof(lib::N.G<int>))]", "'G<int>'")]
    [InlineData("[assembly: NativeCallbacks.NativeSignature(typeof(System.Func<lib::N.S, int>))]", "'S'")]
    [InlineData("[NativeCallbacks.NativeSignature] public delegate void Op(lib::N.S x);", "'S'")]
    [InlineData("[NativeCallbacks.NativeSignature] public delegate void Op([NativeCallbacks.Shape(2)] System.Span<lib::N.S> x);", "'S'")]
    [InlineData("[NativeCallbacks.NativeSignature] public delegate lib::N.S Op();", "'S'")]
    [InlineData("[NativeCallbacks.NativeSignature] public unsafe delegate void Op(delegate* unmanaged<lib::N.S*, void> f);", "'S'")]
    [InlineData("[NativeCallbacks.NativeSignature] public delegate void Op(NativeCallbacks.NativeCallback<lib::N.D> f);", "'D'")]
    public async Task Type_BehindAnExternAlias_IsRejectedWithoutOtherErrors(string source, string type)
    {
        var consumer = Aliased(Consumer.Net10.Referencing("Library", Library), "lib");

        var diagnostics = await Generation.Run(consumer, "extern alias lib; " + source).Diagnose();

        diagnostics.Should().ContainSingle().Which.GetMessage(null).Should().Be(
            type + " is behind an extern alias, so generated code cannot name it: add 'global' to the aliases of the reference, or declare a delegate without it");
    }

    [Fact]
    public async Task Type_ThatHasAnAliasAndIsGlobalToo_IsAccepted()
    {
        var consumer = Aliased(Consumer.Net10.Referencing("Library", Library), "lib", "global");

        (await Generation.Run(consumer, "extern alias lib; [assembly: NativeCallbacks.NativeSignature(typeof(lib::N.H))]").Diagnose()).Should().BeEmpty();
    }

    [Fact]
    public async Task TypeOfALibrary_ThatTheProjectHides_IsRejected()
    {
        var consumer = Aliased(Consumer.Net10.Referencing("Library", Library), "lib", "global");

        var diagnostics = await Generation.Run(consumer, """
            extern alias lib;
            [assembly: NativeCallbacks.NativeSignature(typeof(lib::N.D))]
            namespace N { [NativeCallbacks.NativeSignature] public delegate int D(int x); }
            """).Diagnose();

        diagnostics.Should().ContainSingle().Which.GetMessage(null).Should().Be(
            "'D' is hidden by a type of this project with the same name, so generated code cannot name it: rename the type of this project, or declare a delegate without it");
    }

    [Fact]
    public async Task LibraryItself_BehindAnExternAlias_IsRejected()
    {
        var library = Consumer.Net10.References.Single(static reference => reference.Display!.EndsWith("NativeCallbacks.dll", System.StringComparison.Ordinal));
        var consumer = Consumer.Net10 with { References = Consumer.Net10.References.Replace(library, ((PortableExecutableReference)library).WithAliases(["nc"])) };

        var diagnostics = await Generation.Run(consumer, "extern alias nc; [nc::NativeCallbacks.NativeSignature] public delegate int D(int x);").Diagnose();

        diagnostics.Should().ContainSingle().Which.Id.Should().Be("NCB0013");
    }

    [Theory]
    [InlineData("[NativeSignature] public delegate int Op(int x); [NativeSignature] public delegate int [|CS0101:Op|](int x);")]
    [InlineData("[NativeSignature] public delegate int Op(int x); [NativeSignature] public delegate double [|CS0101:Op|](double x);")]
    [InlineData("partial class C { [NativeSignature] public delegate int Op(int x); } partial class C { [NativeSignature] public delegate int [|CS0102:Op|](int x); }")]
    [InlineData("class C { [NativeSignature] public delegate int Op(int x); } class [|CS0101:C|] { [NativeSignature] public delegate int Op(int x); }")]
    public Task Delegate_PastedTwice_IsLeftToTheCompiler_AndAllElseIsGenerated(string source) => Verifier.Reports(
        source + " [NativeSignature] public delegate int Other(int x);",
        "static class Uses { static int Call(NativeCallback<Other> other) => other.Invoke(1); }");

    [Fact]
    public Task DelegatesOfOneName_ThatMayStandSideBySide_AreAccepted() => Verifier.Reports(
        "[NativeSignature] public delegate int Op(int x); public delegate int Op<T>(int x); file class C { } namespace A { [NativeSignature] public delegate int Op(int x); }",
        "[NativeSignature] file delegate int [|NCB0013:Op|](long x);");

    [Fact]
    public async Task StaticCallback_WithTheNameOfASignature_HasAFileOfItsOwn()
    {
        var consumer = Consumer.Net10.Referencing("Library", "namespace A.C { public delegate double P(double x); }");
        var generation = Generation.Run(
            consumer,
            "[assembly: NativeCallbacks.NativeSignature(typeof(A.C.P))]",
            """
            #pragma warning disable CS0437
            namespace A
            {
                static partial class C
                {
                    [NativeCallbacks.StaticCallback("X")] internal static partial NativeCallbacks.NativeCallback<NativeCallbacks.Numerics.ScalarFunction> P { get; }
                    private static double X(double x) => x;
                }
            }
            """);
        generation.GeneratorDiagnostics.Should().BeEmpty();
        generation.Generated.Should().NotBeEmpty();
    }

    private static Consumer Aliased(Consumer consumer, params string[] aliases)
    {
        var library = (PortableExecutableReference)consumer.References[^1];
        return consumer with { References = consumer.References.Replace(library, library.WithAliases(aliases)) };
    }
}
