using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Golden;

/// <summary>
/// Generated files as a whole, one for each kind of signature, beside this one: to read what the generator writes, and to see
/// what a change of it changes.
/// </summary>
public class GoldenTests
{
    /// <summary>Set to 1, it approves the generated files as they are.</summary>
    private const string Approve = "NATIVECALLBACKS_APPROVE";

    private const string Folder = "tests/NativeCallbacks.Generators.Tests/Golden";

    [Fact]
    public Task Scalar() => Check(nameof(Scalar), """
        /// <summary>A function of one number.</summary>
        /// <param name="x">Where it is evaluated.</param>
        /// <returns>Its value there.</returns>
        [NativeSignature]
        public delegate double Function(double x);
        """);

    [Fact]
    public Task SpansWithStatus() => Check(nameof(SpansWithStatus), """
        /// <summary>Multiplies a matrix by a vector.</summary>
        [NativeSignature]
        [return: StatusCode]
        public delegate int Multiply(
            [Shape(nameof(rows), nameof(columns))] ReadOnlySpan<double> matrix,
            [Shape(nameof(columns))] ReadOnlySpan<double> vector,
            [Shape(nameof(rows))] Span<double> product,
            int rows,
            int columns);
        """);

    [Fact]
    public Task UpcallByTable() => Check(nameof(UpcallByTable), """
        /// <summary>An objective function, as NLopt calls it.</summary>
        [NativeSignature]
        [return: FaultResult(double.NaN)]
        public delegate double Objective(
            uint n,
            [Shape(nameof(n))] ReadOnlySpan<double> x,
            [Shape(nameof(n), Optional = true)] Span<double> gradient,
            [UserData] nint data);
        """);

    [Fact]
    public Task UpcallByPool() => Check(nameof(UpcallByPool), """
        /// <summary>Compares two elements, as <c>qsort</c> asks for it.</summary>
        [NativeSignature]
        public delegate int Comparison(in int left, in int right);
        """);

    [Fact]
    public Task Tensor() => Check(nameof(Tensor), """
        /// <summary>Adds a number to each element of a matrix in Fortran's order.</summary>
        [NativeSignature]
        public delegate void AddToMatrix([Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] System.Numerics.Tensors.TensorSpan<double> matrix, int m, nint n, double number);
        """);

    [Fact]
    public Task HandlesAndTexts() => Check(nameof(HandlesAndTexts), """
        /// <summary>Prepares a statement.</summary>
        [NativeSignature]
        [return: StatusCode]
        public delegate int Prepare(
            Handle database,
            string text,
            [Shape(nameof(count))] ReadOnlySpan<string> options,
            int count,
            [Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<int> buffer,
            nuint bytes,
            out Handle statement,
            out string? tail);

        public sealed class Handle : System.Runtime.InteropServices.SafeHandle
        {
            internal Handle() : base(0, true) { }
            public override bool IsInvalid => handle == 0;
            protected override bool ReleaseHandle() => true;
        }
        """);

    [Fact]
    public Task CallScoped() => Check(nameof(CallScoped), """
        /// <summary>Evaluates a function at points.</summary>
        /// <param name="f">The function.</param>
        [NativeSignature]
        public delegate void Evaluate(
            [CallScoped] NativeCallback<Evaluated> f,
            [UserData(nameof(f))] nint data,
            [Shape(nameof(n))] Span<double> points,
            int n);

        [NativeSignature]
        public delegate double Evaluated(double x, [UserData] nint data);
        """, "Golden_EvaluateExtensions.");

    [Fact]
    public Task StaticCallbackWithState() => Check(nameof(StaticCallbackWithState), """
        [NativeSignature]
        [return: FaultResult(-1)]
        public delegate int Read([Shape(nameof(length))] Span<byte> buffer, int length, [UserData] nint source);

        public sealed partial class Source
        {
            [StaticCallback(nameof(OnRead), OnFault = nameof(Report))]
            public static partial NativeCallback<Read> Reader { get; }

            private static int OnRead(Span<byte> buffer, int length, [UserData] Source self) => length;

            private static int Report(Exception exception, nint buffer, int length, [UserData] Source self) => -2;
        }
        """, "StaticCallback.");

    [Fact]
    public Task Api() => Check(nameof(Api), """
        [NativeApi("nlopt")]
        public static partial class Nlopt
        {
            /// <summary>Adds the elements.</summary>
            [Symbol("nlopt_sum")]
            public static partial double Sum([Shape(nameof(n))] ReadOnlySpan<double> x, int n);

            [Symbol("nlopt_set_param", Optional = true)]
            [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
            public static partial int SetParam(nint opt, string name, double value);
        }
        """);

    [Fact]
    public Task Table() => Check(nameof(Table), """
        [NativeTable]
        public interface ICodec
        {
            [Slot(0)] int Version { get; }

            /// <summary>Decodes bytes.</summary>
            [Slot(1)]
            [return: StatusCode]
            int Decode([Shape(nameof(n))] ReadOnlySpan<byte> bytes, int n, out double value);
        }
        """, "NativeTable.");

    [Fact]
    public Task NativeObject() => Check(nameof(NativeObject), """
        [NativeTable(TableKind.Object)]
        public interface IGreeter
        {
            [Slot(0)] int Greet(string name);
        }
        """, "NativeTable.");

    /// <param name="name">The golden file.</param>
    /// <param name="declaration">What the user writes.</param>
    /// <param name="shows">How the name of the generated file begins, where there are several.</param>
    private static async Task Check(string name, string declaration, string shows = "")
    {
        var source = $"using System;\nusing NativeCallbacks;\nnamespace Golden;\n{declaration}";
        var generation = Generation.Run(Consumer.Net10WithTensors, source);
        (await generation.Diagnose()).Should().BeEmpty();
        Generation.Run(Consumer.Net10WithTensors with { HasMemorySafetyRules = true }, source).GeneratedErrors().Should().BeEmpty();
        var version = $"\"{typeof(NativeSignatureGenerator).Assembly.GetName().Version!.ToString(3)}\"";
        var text = generation.Generated.Single(file => Path.GetFileName(file.FilePath).StartsWith(shows, StringComparison.Ordinal)).ToString().Replace(version, "\"(version)\"");
        var path = Path.Combine(Repository.Root, Folder, name + ".g.cs");
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            await File.WriteAllTextAsync(path, text);
        }

        (File.Exists(path) ? await File.ReadAllTextAsync(path) : "").Should().Be(
            text,
            "the generated file must be the one in {0}. If it is meant to change, run {1}=1 dotnet test tests/NativeCallbacks.Generators.Tests --filter {2}, and read what changed there",
            Folder,
            Approve,
            nameof(GoldenTests));
    }

    /// <summary>
    /// What the compiler takes for a signature grows with what is written for it. More lines than these need a reason, and that they
    /// cannot be in the library.
    /// </summary>
    [Theory]
    [InlineData(nameof(Scalar), 144)]
    [InlineData(nameof(SpansWithStatus), 209)]
    [InlineData(nameof(UpcallByTable), 172)]
    [InlineData(nameof(UpcallByPool), 121)]
    [InlineData(nameof(Tensor), 186)]
    [InlineData(nameof(HandlesAndTexts), 167)]
    [InlineData(nameof(CallScoped), 191)]
    [InlineData(nameof(StaticCallbackWithState), 75)]
    [InlineData(nameof(Api), 127)]
    [InlineData(nameof(Table), 249)]
    [InlineData(nameof(NativeObject), 172)]
    public void GoldenFile_HasAtMostSoManyLines(string name, int most) =>
        File.ReadLines(Path.Combine(Repository.Root, Folder, name + ".g.cs")).Count().Should().BeLessThanOrEqualTo(most);

    [Fact]
    public void GeneratedCode_IsNotAnalyzedForNull() =>
        Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*.g.cs").Should().AllSatisfy(static path =>
            File.ReadLines(path).Should().Contain("#nullable disable warnings", "the compiler would take a third longer for {0}, for warnings that nobody sees", path));

    [Fact]
    public void EveryGoldenFile_HasItsTest() =>
        Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*.g.cs").Select(static path => Path.GetFileName(path)[..^".g.cs".Length])
            .Should().BeEquivalentTo(nameof(Scalar), nameof(SpansWithStatus), nameof(UpcallByTable), nameof(UpcallByPool), nameof(Tensor), nameof(HandlesAndTexts), nameof(CallScoped), nameof(StaticCallbackWithState), nameof(Api), nameof(Table), nameof(NativeObject));
}
