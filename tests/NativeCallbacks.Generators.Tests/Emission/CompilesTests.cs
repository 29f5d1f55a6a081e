using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>Generated code compiles without a warning, even with its own pragma taken away.</summary>
public class CompilesTests
{
    [Fact]
    public async Task EverySignature_OnNetStandardUnderCSharp9_CompilesWithoutWarnings()
    {
        var text = await Verifier.EmitsWithoutWarnings(Consumer.NetStandard, KitchenSink.Source);
        text.Should().NotContain("SkipLocalsInit").And.NotContain("ref readonly").And.NotContain("scoped");
    }

    [Fact]
    public Task EverySignature_OnNet10_CompilesWithoutWarnings() =>
        Verifier.EmitsWithoutWarnings(Consumer.Net10, KitchenSink.Source, KitchenSink.Newest);

    [Fact]
    public Task EverySignature_OnNet8_CompilesWithoutWarnings() => Verifier.EmitsWithoutWarnings(
        Consumer.Net8,
        KitchenSink.Source,
        // Span parameters with params came with C# 13.
        string.Join('\n', KitchenSink.Newest.Split('\n').Where(static line => !line.Contains(" params ", System.StringComparison.Ordinal))));

    [Fact]
    public async Task EverySignature_WithOverflowChecks_CompilesWithoutWarnings()
    {
        await Verifier.EmitsWithoutWarnings(Consumer.NetStandard with { ChecksOverflow = true }, KitchenSink.Source);
        await Verifier.EmitsWithoutWarnings(Consumer.Net10 with { ChecksOverflow = true }, KitchenSink.Source, KitchenSink.Newest);
    }

    [Fact]
    public async Task Tensors_OnEachTargetThatHasThem_CompileWithoutWarnings()
    {
        await Verifier.EmitsWithoutWarnings(Consumer.Net8WithTensors, KitchenSink.Tensors);
        await Verifier.EmitsWithoutWarnings(Consumer.Net10WithTensors, KitchenSink.Tensors, KitchenSink.Source);
        await Verifier.EmitsWithoutWarnings(Consumer.Net10WithTensors with { ChecksOverflow = true }, KitchenSink.Tensors);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public Task Tensors_UnderEachLanguage_CompileWithoutWarnings(LanguageVersion language) =>
        Verifier.EmitsWithoutWarnings(Consumer.Net8WithTensors with { Language = language }, KitchenSink.Tensors);

    [Fact]
    public Task TensorsThatAreExperimental_ConcernOnlyTheDeclaration()
    {
        // As the package had them before version 10.
        var consumer = Consumer.Net8.Referencing("Tensors", """
            #pragma warning disable SYSLIB5001
            namespace System.Numerics.Tensors;
            [System.Diagnostics.CodeAnalysis.Experimental("SYSLIB5001")]
            public readonly ref struct TensorSpan<T>
            {
                public unsafe TensorSpan(T* data, nint dataLength, scoped ReadOnlySpan<nint> lengths, scoped ReadOnlySpan<nint> strides) { }
                public ReadOnlySpan<nint> Lengths => default;
                public ReadOnlySpan<nint> Strides => default;
                public bool IsEmpty => true;
                public ref T GetPinnableReference() => ref System.Runtime.CompilerServices.Unsafe.NullRef<T>();
            }
            """);
        return Verifier.Reports(
            """
            #pragma warning disable SYSLIB5001
            [NativeSignature] public delegate void Silenced([Shape("m", "n")] System.Numerics.Tensors.TensorSpan<double> x, int m, int n);
            #pragma warning restore SYSLIB5001
            [NativeSignature] public delegate void Loud([Shape("m", "n")] [|SYSLIB5001:System.Numerics.Tensors.TensorSpan<double>|] x, int m, int n);
            """,
            consumer: consumer);
    }

    [Fact]
    public async Task ConsumersWithoutTensors_GetNothingOfThem()
    {
        (await Verifier.EmitsWithoutWarnings(Consumer.Net10, KitchenSink.Source, KitchenSink.Newest)).Should().NotContain("Tensor");
    }

    [Fact]
    public Task Signature_WithoutNullableContext_CompilesWithoutWarnings() => Verifier.EmitsWithoutWarnings(
        Consumer.Net10, "#nullable disable\n#pragma warning disable CS1591\n[NativeCallbacks.NativeSignature] public delegate void Op(string x, string y = null);");

    [Theory]
    [InlineData("callback")]
    [InlineData("callback_")]
    [InlineData("results")]
    [InlineData("results_")]
    [InlineData("handler")]
    [InlineData("onFault")]
    [InlineData("address")]
    [InlineData("result")]
    [InlineData("count0")]
    [InlineData("class")]
    [InlineData("event")]
    [InlineData("System")]
    [InlineData("NativeCallbacks")]
    [InlineData("global")]
    [InlineData("Marshal")]
    [InlineData("Invoke")]
    [InlineData("Refused")]
    [InlineData("_")]
    [InlineData("value")]
    [InlineData("field")]
    [InlineData("nint")]
    [InlineData("var")]
    [InlineData("scoped")]
    [InlineData("await")]
    [InlineData("größe")]
    public Task ParameterName_OfAnyMeaning_DoesNotCollide(string name) => Verifier.EmitsWithoutWarnings(Consumer.Net10, $$"""
        #pragma warning disable CS1591
        using System;
        using NativeCallbacks;
        [NativeSignature] public delegate NativeCallback<Action> AsValue(int @{{name}}, string text);
        [NativeSignature] public delegate NativeCallback<Action> AsText(string @{{name}});
        [NativeSignature(SetLastError = true)] [return: StatusCode] public delegate int AsDimension(in int @{{name}}, [Shape(nameof(@{{name}}), 2)] Span<int> span);
        [NativeSignature(SetLastError = true)] [return: StatusCode] public delegate int AsSpan(byte n, sbyte m, [Shape(nameof(n), nameof(m))] Span<int> @{{name}}, [Shape(nameof(n))] Span<int> other);
        [NativeSignature] public delegate void AsReference(out int @{{name}}, ref int other);
        [NativeSignature] public delegate int AsNumber(int @{{name}}, long other);
        [NativeSignature] public delegate int AsContext(double other, [UserData] nint @{{name}});
        """);

    [Theory]
    [InlineData("x", "callback", "results")]
    [InlineData("callback", "callback_", "results")]
    [InlineData("results", "callback", "results_")]
    [InlineData("callback_", "callback", "results")]
    public async Task PublicParameters_HaveAnUnderscoreOnlyOnCollision(string name, string callback, string results)
    {
        var generation = Generation.Run(Consumer.Net10, $"[NativeCallbacks.NativeSignature] public delegate double Op(double {name});");
        (await generation.Diagnose()).Should().BeEmpty();

        Parameters("Invoke").Should().Equal(callback, name);
        Parameters("Map").Should().Equal(callback, name, results);
        Parameters("AsPointer").Should().Equal(callback);
        Parameters("ToDelegate").Should().Equal(callback);
        Parameters("ToManagedCallback").Should().Equal("handler", "onFault", "policy");

        string[] Parameters(string member) =>
            [.. generation.Compilation.GetTypeByMetadataName("NativeCallbacks.OpExtensions")!.GetMembers(member).OfType<IMethodSymbol>().Single()
                .Parameters.Select(static parameter => parameter.Name)];
    }

    [Fact]
    public async Task PublicParameters_OfARejectedSignature_GiveWayToo() => await Verifier.Reports(
        "[NativeSignature] public delegate char [|NCB0001:Op|](int callback, int callback_);",
        "static class Uses { static void Call(NativeCallback<Op> op) => op.Invoke(callback: 1, callback_: 2); }");

    [Fact]
    public async Task GeneratedClass_NamesTheGeneratorAndItsVersion_AndIsLeftOutByDebuggersAndCoverage()
    {
        const string Source = """
            using NativeCallbacks;
            [NativeSignature] public delegate double Op(double x);
            public static partial class C { [StaticCallback(nameof(F))] public static partial NativeCallback<Op> P { get; } private static double F(double x) => x; }
            """;
        var generation = Generation.Run(Consumer.Net10, Source);
        (await generation.Diagnose()).Should().BeEmpty();
        var version = typeof(NativeSignatureGenerator).Assembly.GetName().Version!.ToString(3);

        foreach (var name in new[] { "NativeCallbacks.OpExtensions", "C+PEntry__" })
        {
            generation.Compilation.GetTypeByMetadataName(name)!.GetAttributes().Select(static attribute => attribute.ToString()).Should().BeEquivalentTo(
                $"System.CodeDom.Compiler.GeneratedCodeAttribute(\"NativeCallbacks.Generators\", \"{version}\")",
                "System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute",
                "System.Diagnostics.DebuggerNonUserCodeAttribute");
        }
    }

    [Fact]
    public Task NamesOfTheUser_ThatLookLikeOurs_DoNotCollide()
    {
        const string Names = """
            #pragma warning disable CS1591
            namespace NativeCallbacks
            {
                public class Exception { }
                public class Marshal { }
                public class MemoryMarshal { }
                public class Math { }
                public class Span { }
                public class Invoke { }
                public class Callback { }
                public static class System { public class Exception { } public class Math { } }
                public static class CompilerServices2 { }
            }
            namespace System.X { public class NativeCallbacks { public class CompilerServices { } } [global::NativeCallbacks.NativeSignature] public delegate void Op(int x, string y, [global::NativeCallbacks.Shape("n", 2)] global::System.Span<int> z, int n); }
            namespace NativeCallbacks.X.System { public class Exception { } [NativeSignature] public delegate void Op(int x, string y, [Shape("n", 2)] global::System.Span<int> z, int n); }
            namespace MyApp.NativeCallbacks { public class NativeCallback<T> { } [global::NativeCallbacks.NativeSignature] public delegate void Op(int x, string y, [global::NativeCallbacks.Shape("n", 2)] global::System.Span<int> z, int n); }
            namespace MyApp.System { public class Span<T> { } [global::NativeCallbacks.NativeSignature] public delegate void Op(int x, string y, [global::NativeCallbacks.Shape("n", 2)] global::System.Span<int> z, int n); }
            namespace global { [global::NativeCallbacks.NativeSignature] public delegate void Op(int x); }
            namespace @namespace.@class { public class @delegate { [global::NativeCallbacks.NativeSignature] public delegate void @void(int @int); } }
            """;
        return Verifier.EmitsWithoutWarnings(Consumer.Net10, Names, KitchenSink.Source);
    }

    [Fact]
    public Task Namespace_NamedSystemInsideOurs_DoesNotCollide() => Verifier.EmitsWithoutWarnings(Consumer.NetStandard, """
        #pragma warning disable CS1591
        namespace NativeCallbacks.System
        {
            public class Exception { }
            [NativeSignature] public delegate void Op(int x, string y, [Shape("n", 2)] global::System.Span<int> z, int n);
        }
        """);

    [Theory]
    [InlineData("public", "public class Outer", "public")]
    [InlineData("internal", "public class Outer", "internal")]
    [InlineData("public", "internal class Outer", "internal")]
    [InlineData("protected internal", "public class Outer", "internal")]
    public async Task GeneratedClass_IsAsAccessibleAsItsDelegate(string accessibility, string outer, string expected)
    {
        var text = await Verifier.EmitsWithoutWarnings(Consumer.Net10, $$"""
            #pragma warning disable CS1591
            {{outer}} { [NativeCallbacks.NativeSignature] {{accessibility}} delegate void Op(int x); }
            """);
        text.Should().Contain($"    {expected} static unsafe class Outer_1OpExtensions\n");
    }

    [Fact]
    public async Task GeneratedClass_OfAnAssemblyAttribute_IsInternal()
    {
        var text = await Verifier.EmitsWithoutWarnings(Consumer.Net10, "[assembly: NativeCallbacks.NativeSignature(typeof(System.Action))]");
        text.Should().Contain("    internal static unsafe class System_ActionExtensions\n");
    }

    [Fact]
    public async Task Callers_OfAnObsoleteSignature_AreNotWarnedTwice()
    {
        await Verifier.Reports(
            "[NativeSignature, Obsolete] public delegate void Old(int x);",
            "static class Uses { static void Call(NativeCallback<[|CS0612:Old|]> op) { op.Invoke(1); op.ToDelegate(); } }");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public Task EverySignature_UnderEachLanguage_CompilesWithoutWarnings(LanguageVersion language) =>
        Verifier.EmitsWithoutWarnings(Consumer.Net10 with { Language = language }, KitchenSink.Source);
}
