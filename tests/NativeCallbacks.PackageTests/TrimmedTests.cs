using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using NativeCallbacks.PackageTests.Consumers;

namespace NativeCallbacks.PackageTests;

/// <summary>
/// The Quickstart, published with the runtime and trimmed, with a question to it that trimming could make it fail: what
/// signatures it knows, which are texts in attributes of assemblies.
/// </summary>
[Collection(PackedLibrary.Collection)]
public class TrimmedTests(PackedLibrary library)
{
    /// <summary>Plays before the sample. A delegate of the package, one of the program, one of the framework.</summary>
    private const string Signatures = """
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using NativeCallbacks;
        using NativeCallbacks.Numerics;

        [assembly: NativeSignature(typeof(Func<double, double, double>))]

        namespace Quickstart;

        [NativeSignature]
        internal delegate double Power(double x, double y);

        internal static class KnownSignatures
        {
            [ModuleInitializer]
            internal static void Print()
            {
                var library = NativeLibrary.Load("libm.so.6");
                var (pow, sqrt) = (NativeLibrary.GetExport(library, "pow"), NativeLibrary.GetExport(library, "sqrt"));
                Console.WriteLine(NativeSignature.Of<MatrixTransform>());
                Console.WriteLine(NativeSignature.Of<TurnAndScale>());
                Console.WriteLine(NativeSignature.Of<Func<double, double, double>>());
                Console.WriteLine(NativeCallback<ScalarFunction>.Bind(sqrt, "double sqrt(double)").Invoke(144));
                Console.WriteLine(NativeCallback<Power>.Bind(pow, "float64(float64, float64)").Invoke(2, 10));
                Console.WriteLine(NativeCallback<Func<double, double, double>>.Bind(pow, "extern \"C\" fn(f64, f64) -> f64").Invoke(3, 4));
                try
                {
                    NativeCallback<Func<double, double, double>>.Bind(pow, "double pow(double, int)");
                }
                catch (SignatureMismatchException)
                {
                    Console.WriteLine("A mismatch is seen.");
                }
            }
        }
        """;

    private const string Known = """
        void (*)(const double *input, double *output, int m, int n)
        struct Point { double X; double Y; } (*)(struct Point { double X; double Y; } p, double scale)
        double (*)(double arg1, double arg2)
        12
        1024
        81
        A mismatch is seen.

        """;

    internal static IEnumerable<Consumer> Projects(PackedLibrary library)
    {
        var sample = Path.GetFullPath(Path.Combine(PackedLibrary.RepositoryRoot, "samples", "Quickstart"));
        var consumer = new Consumer(
            library,
            "Trimmed",
            """
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
            <SelfContained>true</SelfContained>
            <PublishTrimmed>true</PublishTrimmed>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <ClangLibraryName>callbacks</ClangLibraryName>
            """,
            $"""
            <ItemGroup>
              <Compile Include="{sample}/Program.cs;{sample}/Signatures.cs;{sample}/../Shared/ResultTable.cs" />
              <ClangSource Include="{sample}/callbacks.c" />
            </ItemGroup>
            <Import Project="{sample}/../../.build/clang.targets" />
            """);
        return [consumer.Write("KnownSignatures.cs", Signatures)];
    }

    [Fact]
    public void Quickstart_TrimmedWithoutAWarning_DoesWhatItDoesUntrimmed()
    {
        var consumer = library.Built("Trimmed");
        var untrimmed = consumer.RunSelfContained();

        var publish = consumer.Publish();
        publish.ExitCode.Should().Be(0, publish.Output);
        publish.Output.Should().NotContain("warning");
        var trimmed = consumer.RunPublished();

        new FileInfo(consumer.Published("NativeCallbacks.dll")).Length.Should().BeLessThan(UntrimmedLength(), "the library itself is trimmed");
        trimmed.ExitCode.Should().Be(0, trimmed.Errors);
        trimmed.Output.Should().StartWith(Known).And.Contain("C, export table: [1, 2, 3, 4, 5, 6] -> [2, 4, 6, 8, 10, 12]");
        trimmed.Should().Be(untrimmed);
    }

    private long UntrimmedLength()
    {
        using var package = ZipFile.OpenRead(library.Package);
        return package.GetEntry("lib/net10.0/NativeCallbacks.dll")!.Length;
    }
}
