using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests;

/// <summary>An edit costs what it changes, and nothing of the past is kept alive.</summary>
public class IncrementalityTests
{
    private const string Source = """
        using NativeCallbacks;
        [assembly: NativeSignature(typeof(System.Func<double, double>))]
        [assembly: NativeSignature(typeof(System.Action<char>))]

        /// <summary>Documented.</summary>
        [NativeSignature] public delegate double Op([Shape(nameof(n))] System.Span<double> x, int n);
        [NativeSignature] public delegate char Rejected(bool x);
        """;

    private const string Other = "public class Other { public int X; }";

    private const string Callbacks = """
        using NativeCallbacks;
        using NativeCallbacks.Numerics;
        internal static partial class Kernels
        {
            [StaticCallback(nameof(Square))] internal static partial NativeCallback<ScalarFunction> SquareCallback();
            private static double Square(double x) => x * x;
        }
        """;

    private static readonly string[] Stages =
        [NativeSignatureGenerator.Stages.OwnSignatures, NativeSignatureGenerator.Stages.ForeignSignatures];

    [Theory]
    [InlineData(Source, "public class Other { public int Y; public void M() { } }")]
    [InlineData("// A comment, and lines.\n\n" + Source, Other)]
    [InlineData(Source + "\npublic class More { }", Other)]
    public void UnrelatedEdit_ReusesEveryOutput(string source, string other)
    {
        var driver = Run(Run(Driver(), Source, Other), source, other);
        foreach (var stage in Stages)
        {
            Reasons(driver, stage).Should().HaveCount(2, "two signatures flow through {0}", stage)
                .And.OnlyContain(static reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        }

        Outputs(driver).Should().HaveCount(4).And.OnlyContain(static reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("int n);", "long n);", 0, "long @n")]
    [InlineData("double Op", "float Op", 0, "public static float Invoke")]
    [InlineData("Documented.", "Documented better.", 0, "Documented better.")]
    [InlineData("[NativeSignature] public delegate double", "[NativeSignature(SuppressGCTransition = true)] public delegate double", 0, "SuppressGCTransition")]
    [InlineData("bool x", "byte x", 0, "global::System.Byte")]
    [InlineData("Func<double, double>", "Func<float, double>", 1, "global::System.Func<float, double>")]
    public void RelevantEdit_RewritesOnlyThatSignature(string before, string after, int stage, string expected)
    {
        var driver = Run(Run(Driver(), Source, Other), Source.Replace(before, after), Other);
        Reasons(driver, Stages[stage]).Where(static reason => reason == IncrementalStepRunReason.Modified).Should().ContainSingle();
        Reasons(driver, Stages[1 - stage]).Should().NotContain(IncrementalStepRunReason.Modified);
        Outputs(driver).Where(static reason => reason == IncrementalStepRunReason.Modified).Should().ContainSingle();
        string.Join('\n', driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()))
            .Should().Contain(expected == "global::System.Byte" ? "byte @x" : expected);
    }

    [Theory]
    [InlineData("ArrayOrder.RowMajor", "ArrayOrder.ColumnMajor", IncrementalStepRunReason.Modified)]
    [InlineData("Optional = false", "Optional = true", IncrementalStepRunReason.Modified)]
    [InlineData("TensorSpan<int>", "ReadOnlyTensorSpan<int>", IncrementalStepRunReason.Modified)]
    [InlineData("// Edited.", "// Edited again.", IncrementalStepRunReason.Cached)]
    public void EditOfATensor_RewritesItsSignature(string before, string after, IncrementalStepRunReason expected)
    {
        const string Tensors = """
            using NativeCallbacks; // Edited.
            [NativeSignature] public delegate void Op([Shape("n", 2, Order = ArrayOrder.RowMajor, Optional = false)] System.Numerics.Tensors.TensorSpan<int> x, int n);
            """;
        var driver = Driver().RunGenerators(Consumer.Net10WithTensors.Compile(Tensors));
        driver = driver.RunGenerators(Consumer.Net10WithTensors.Compile(Tensors.Replace(before, after)));
        Outputs(driver).Should().Equal(expected);
    }

    [Fact]
    public void EditOfASettingThatSignaturesNeed_RewritesThem()
    {
        var driver = Run(Driver(), Source, Other);
        var restricted = (Consumer.Net10 with { AllowsUnsafe = false }).Compile(Source, Other);
        driver = driver.RunGenerators(restricted);
        Reasons(driver, Stages[0]).Should().Contain(IncrementalStepRunReason.Modified);
        driver.GetRunResult().GeneratedTrees.Should().OnlyContain(static tree => !tree.ToString().Contains("unsafe class"));
    }

    [Theory]
    [InlineData(Callbacks, "public class Other { public int Y; }")]
    [InlineData("// A comment.\n" + Callbacks, Other)]
    public void UnrelatedEdit_ReusesAStaticCallback(string source, string other)
    {
        var driver = Run(Run(Driver(), Callbacks, Other), source, other);
        Reasons(driver, NativeSignatureGenerator.Stages.StaticCallbacks).Should().ContainSingle()
            .Which.Should().BeOneOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        Outputs(driver).Should().Equal(IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("SquareCallback()", "Renamed()", "Renamed()")]
    [InlineData("internal static partial NativeCallback", "public static partial NativeCallback", "public static partial")]
    [InlineData("double Square(double x)", "float Square(float x)", "throw ")]
    public void RelevantEdit_RewritesAStaticCallback(string before, string after, string expected)
    {
        var driver = Run(Run(Driver(), Callbacks, Other), Callbacks.Replace(before, after), Other);
        Reasons(driver, NativeSignatureGenerator.Stages.StaticCallbacks).Should().Equal(IncrementalStepRunReason.Modified);
        driver.GetRunResult().GeneratedTrees.Should().ContainSingle().Which.ToString().Should().Contain(expected);
    }

    [Theory]
    [InlineData("public const int Count = 2;", "public const int Count = 3;", true)]
    [InlineData("public struct Item { public int A; }", "public struct Item { public bool A; }", true)]
    [InlineData("public static void Run() { }", "#nullable disable\n    public static void Run() { }", true)]
    [InlineData("public static void Run() { }", "public static void Run() { Run(); }", false)]
    [InlineData("public static int Answer => 42;", "public static int Answer => 43;", false)]
    public void EditOfAnotherFile_IsSeen_UnlessItIsInABody(string before, string after, bool isRead)
    {
        const string Declaration = "[NativeCallbacks.NativeSignature] public delegate void Op([NativeCallbacks.Shape(Uses.Count)] System.Span<Item> x);";
        const string Uses = """
            public struct Item { public int A; }
            public static class Uses
            {
                public const int Count = 2;
                public static void Run() { }
                public static int Answer => 42;
            }
            """;
        Uses.Should().Contain(before);
        var options = Consumer.Net10.ParseOptions;
        var declaration = CSharpSyntaxTree.ParseText(Declaration, options);
        var (first, second) = (With(Uses), With(Uses.Replace(before, after)));

        Discovery.DeclarationSurroundings.Of(first, default).Equals(Discovery.DeclarationSurroundings.Of(second, default)).Should().Be(!isRead);
        var edited = Driver().RunGenerators(first).RunGenerators(second).GetRunResult().GeneratedTrees.Single().ToString();
        edited.Should().Be(Driver().RunGenerators(With(Uses.Replace(before, after))).GetRunResult().GeneratedTrees.Single().ToString());

        Compilation With(string uses) => Consumer.Net10.Compile().AddSyntaxTrees(declaration, CSharpSyntaxTree.ParseText(uses, options));
    }

    [Fact]
    public void OldCompilation_IsNotKeptAlive()
    {
        var (driver, old) = RunTwice();
        for (var attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        old.IsAlive.Should().BeFalse("models hold no symbols, syntax or locations");
        GC.KeepAlive(driver);
    }

    [Fact]
    public void Models_HoldNoneOfTheCompilersTypes()
    {
        var seen = new HashSet<Type>();
        Visit(typeof(Model.SignatureModel));
        Visit(typeof(Model.RejectedSignatureModel));
        Visit(typeof(Model.StaticCallbackModel));
        seen.Should().Contain(typeof(Model.ParameterModel)).And.Contain(typeof(Model.DimensionModel));
        seen.Should().NotContain(static type => type.Namespace!.StartsWith("Microsoft", StringComparison.Ordinal));

        void Visit(Type type)
        {
            if (!seen.Add(type) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            {
                return;
            }

            foreach (var property in type.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public))
            {
                Visit(property.PropertyType);
                foreach (var argument in property.PropertyType.GenericTypeArguments)
                {
                    Visit(argument);
                }
            }
        }
    }

    // Of its own, so that no local of the test holds the compilation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) RunTwice()
    {
        var first = Consumer.Net10.Compile(Source, Other);
        var driver = Driver().RunGenerators(first);
        return (Run(driver, Source, Other + " // edited"), new WeakReference(first));
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new NativeSignatureGenerator().AsSourceGenerator()],
        parseOptions: Consumer.Net10.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorDriver Run(GeneratorDriver driver, params string[] sources) => driver.RunGenerators(Consumer.Net10.Compile(sources));

    private static List<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string stage) =>
        [.. driver.GetRunResult().Results.Single().TrackedSteps[stage].SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

    private static List<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(static step => step.Value)
            .SelectMany(static step => step.Outputs).Select(static output => output.Reason)];
}
