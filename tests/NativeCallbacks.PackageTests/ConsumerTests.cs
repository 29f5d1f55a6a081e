using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using NativeCallbacks.PackageTests.Consumers;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>
/// Projects outside the repository that know the package alone, one a kind of user: their signatures compile without a
/// warning, C functions run when they are called, and C calls their handlers.
/// </summary>
[Collection(PackedLibrary.Collection)]
public class ConsumerTests(PackedLibrary library)
{
    private const string UnsafeBlocks = "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>";

    /// <summary>The oldest C# that is supported, and what it does not have.</summary>
    private const string CSharp9 = "<LangVersion>9</LangVersion><ImplicitUsings>disable</ImplicitUsings>";

    private static readonly string Key = Path.GetFullPath(Path.Combine(PackedLibrary.RepositoryRoot, ".build", "NativeCallbacks.snk"));

    internal static readonly string Shim = Path.Combine(AppContext.BaseDirectory, "libncbshim.so");

    internal static IEnumerable<Consumer> Projects(PackedLibrary library)
    {
        var kernels = new Consumer(
            library, "Kernels", UnsafeBlocks + CSharp9 + "<TargetFramework>netstandard2.0</TargetFramework><OutputType>Library</OutputType>").Add("Calls.cs");
        return
        [
            Caller(library, "Net10", UnsafeBlocks + "<GenerateDocumentationFile>true</GenerateDocumentationFile>"),
            Caller(library, "Net10CSharp9", UnsafeBlocks + CSharp9 + "<Nullable>disable</Nullable>"),
            Caller(library, "Net8", UnsafeBlocks + "<TargetFramework>net8.0</TargetFramework>"),
            // With a strong name, because a program that has one can only reference assemblies that have one.
            Caller(
                library,
                "Net472",
                UnsafeBlocks + CSharp9 + $"<TargetFramework>net472</TargetFramework><SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>{Key}</AssemblyOriginatorKeyFile>"),
            kernels,
            new Consumer(library, "KernelsUser", UnsafeBlocks, $"""<ItemGroup><ProjectReference Include="{kernels.Project}" /></ItemGroup>""")
                .Write("Program.cs", """
                    using Consumers;
                    using NativeCallbacks;

                    [assembly: NativeSignature(typeof(Func<double, double, double>))]

                    Calls.Print(args[0]);
                    using var shim = NativeModule.Load(args[0]);
                    UserFunction handler = static (x, user) => x - 7;
                    using var native = handler.ToManagedCallback();
                    Console.WriteLine(new NativeCallback<ApplyTwo>(shim.GetAddress("callback_apply_user")).Invoke(native.Callback, 2.5, native.UserData));
                    Console.WriteLine(shim.GetCallback<Func<double, double, double>>("scalar_double").Invoke(7.5, 20));

                    [NativeSignature]
                    internal delegate double ApplyTwo(NativeCallback<UserFunction> f, double x, [UserData(nameof(f))] nint user);
                    """),
            new Consumer(
                library,
                "FSharp",
                rest: $"""
                <ItemGroup>
                  <Compile Include="Program.fs" />
                  <None Include="{Shim}" CopyToOutputDirectory="PreserveNewest" />
                </ItemGroup>
                """,
                extension: "fsproj").Add("Program.fs"),
        ];
    }

    [Theory]
    [InlineData("Net10")]
    [InlineData("Net10CSharp9")]
    public void Net10_WithTheNewestCSharpOrTheOldest_CallsAndIsCalled(string consumer)
    {
        Lines(library.Built(consumer).Run(Shim)).Should().Equal([$".NET {Environment.Version}", ".NETCoreApp,Version=v10.0", .. Calls]);
    }

    [OlderRuntimeFact]
    public void Net8_OnItsOwnRuntime_CallsAndIsCalled()
    {
        var lines = Lines(library.Built("Net8").RunOn(OlderRuntimeFactAttribute.Host, Shim));

        lines[0].Should().StartWith(".NET 8.");
        lines[1..].Should().Equal([".NETCoreApp,Version=v8.0", .. Calls]);
    }

    [MonoFact]
    public void Net472WithAStrongName_OnMono_CallsAndIsCalled()
    {
        var lines = Lines(library.Built("Net472").RunOn(MonoFactAttribute.Host!, Shim));

        lines[0].Should().StartWith("Mono ");
        lines[1..].Should().Equal([".NETStandard,Version=v2.0", .. Calls]);
    }

    /// <summary>
    /// Generated code of netstandard2.0 meets the library of .NET 10, and generated code of .NET 10, which is for one of the
    /// same delegates.
    /// </summary>
    [Fact]
    public void NetStandardLibrary_InANet10Program_CallsAndIsCalled()
    {
        Lines(library.Built("KernelsUser").Run(Shim))
            .Should().Equal([$".NET {Environment.Version}", ".NETCoreApp,Version=v10.0", .. Calls, Text([2.5 - 7]), Text([(2 * 7.5) - 20])]);
    }

    [Fact]
    public void FSharp_WithTheReadyMadeSignatures_CallsAndIsCalled()
    {
        double[] input = [1.5, -2, 3, 4, 5, -6];
        Lines(library.Built("FSharp").Run(Shim)).Should().Equal(
            Text(input.Select(static (x, i) => x * (i + 1))),
            Text([input.Select(static (x, i) => x * (i + 1)).Sum()]),
            Text([(3 * 2.5) - 0.25]),
            "0",
            "handler of 4",
            Text(input.Select(static (x, i) => (x * (i + 1)) + (10 * 3) + 2 + 0.25)),
            "input has 6 elements, but its shape (m: 3, n: 3) needs 9. (Parameter 'input')");
    }

    [Fact]
    public void Signature_InAProjectWithoutUnsafeBlocks_GetsOneErrorWhichSaysWhatToAdd()
    {
        var consumer = Caller(library, "WithoutUnsafeBlocks", "<AllowUnsafeBlocks>false</AllowUnsafeBlocks>");
        consumer.Write("Calls.cs", """
            using NativeCallbacks;

            namespace Consumers;

            [NativeSignature]
            internal delegate double Power(double x, double y);

            internal static class Calls
            {
                public static void Print(string path)
                {
                    using var library = NativeModule.Load(path);
                    Console.WriteLine(library.GetCallback<Power>("pow").Invoke(2, 10));
                    Power handler = static (x, y) => x - y;
                    using var native = handler.ToManagedCallback();
                }
            }
            """);

        var build = consumer.Build();

        build.ExitCode.Should().Be(1);
        // Once as it is found, and again in the summary.
        build.Output.Split('\n').Where(static line => line.Contains(": error") || line.Contains(": warning")).Distinct().Should().ContainSingle().Which.Should().Contain(
            "Calls.cs(6,26): error NCB0016: The generated calls of 'Power' are unsafe code, which this project does not allow: "
            + "add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project");
    }

    /// <summary>What Calls.cs prints of its calls, computed without native code.</summary>
    internal static string[] Calls =>
    [
        Text([(2 * 7.5) - 3]),
        Text([Weigh("a") + (2 * 7) - (3 * Weigh("é"))]),
        Text([(2 * 1.5) - 10, (2 * -2) - 20, (2 * 3) - 30]),
        Text([(2 * 4) - 1, (2 * 5) - 2, (2 * 6) - 4]),
        Text(Enumerable.Range(1, 6).Select(static x => (x * x) + (10 * 3) + 2 + 0.25)),
        Text([(3 * 2.5) - 0.25]),
        "InvalidOperationException: handler of 4",
        "ArgumentException: y has 2 elements, but its shape (n: 3) needs 3",
        "NativeStatusException: The native Status returned status 17, but only zero means success",
        "SignatureMismatchException: The native function does not match Status: parameter 1 ('code') is int in the delegate and int64_t in the native declaration",
    ];

    private static string Text(IEnumerable<double> numbers) =>
        string.Join(' ', numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));

    private static int Weigh(string text) => Encoding.UTF8.GetBytes(text).Select(static (value, i) => value * (i + 1)).Sum();

    /// <summary>A program that does what is in Calls.cs.</summary>
    internal static Consumer Caller(PackedLibrary library, string name, string properties) => new Consumer(library, name, properties)
        .Add("Calls.cs")
        .Write("Program.cs", "Consumers.Calls.Print(args[0]);\n");

    internal static string[] Lines(ProcessRun run)
    {
        run.ExitCode.Should().Be(0, run.Output + run.Errors);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
