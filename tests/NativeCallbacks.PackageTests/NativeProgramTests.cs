using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using NativeCallbacks.PackageTests.Consumers;
using NativeCallbacks.Processes;
using Xunit.Abstractions;

namespace NativeCallbacks.PackageTests;

/// <summary>
/// Programs that are compiled to machine code when they are published, from the package alone: by NativeAOT, and as one file with its
/// runtime. They are published without a warning and do what they do otherwise.
/// </summary>
[Collection(PackedLibrary.Collection)]
public class NativeProgramTests(PackedLibrary library, ITestOutputHelper output)
{
    private const string NativeAot = """
        <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
        <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
        <PublishAot>true</PublishAot>
        <InvariantGlobalization>true</InvariantGlobalization>
        <TrimmerSingleWarn>false</TrimmerSingleWarn>
        """;

    private const string SingleFile = """
        <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
        <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
        <SelfContained>true</SelfContained>
        <PublishSingleFile>true</PublishSingleFile>
        <PublishReadyToRun>true</PublishReadyToRun>
        <IncludeNativeLibrariesForSelfExtract>true</IncludeNativeLibrariesForSelfExtract>
        """;

    /// <summary>What the program has to be compared with: the same console, and a call through a bare function pointer.</summary>
    private const string RawCall = """
        using System.Globalization;
        using System.Runtime.InteropServices;

        unsafe
        {
            var twiceMinus = (delegate* unmanaged[Cdecl]<double, double, double>)NativeLibrary.GetExport(NativeLibrary.Load(args[0]), "scalar_double");
            Console.WriteLine(twiceMinus(7.5, 3).ToString(CultureInfo.InvariantCulture));
        }
        """;

    /// <summary>Far more than what the library adds, and far less than what reflection or a second runtime would.</summary>
    private const long MostAddedBytes = 2 << 20;

    private const int Starts = 5;

    [Fact]
    public void Consumer_CompiledByNativeAot_CallsAndIsCalled_AndIsLittleLargerThanABareCall()
    {
        var raw = new Consumer(library, "BareCall", NativeAot).Write("Program.cs", RawCall);
        var consumer = ConsumerTests.Caller(library, "Ahead", NativeAot).Add("NativeThreads.cs")
            .Write("Program.cs", "Consumers.Calls.Print(args[0]);\nConsumers.NativeThreads.Print(args[0]);\n");

        Publish(raw);
        Publish(consumer);

        var lines = ConsumerTests.Lines(consumer.RunPublished(ConsumerTests.Shim));
        lines[0].Should().StartWith($".NET {Environment.Version.Major}.");
        lines[1..].Should().Equal([".NETCoreApp,Version=v10.0", .. ConsumerTests.Calls, "static: thread 2", "handler: thread 3"]);
        ConsumerTests.Lines(raw.RunPublished(ConsumerTests.Shim)).Should().Equal("12");
        File.Exists(consumer.Published("NativeCallbacks.dll")).Should().BeFalse("the library is in the program");
        var (size, bareSize) = (Size(consumer, "Ahead"), Size(raw, "BareCall"));
        output.WriteLine($"With NativeCallbacks: {size:N0} bytes, starts and ends in {Start(consumer):N1} ms. A bare function pointer: {bareSize:N0} bytes, {Start(raw):N1} ms.");
        (size - bareSize).Should().BeLessThan(MostAddedBytes);
    }

    [PlatformsFact]
    public void Consumer_AsASingleFileWithItsRuntime_CallsAndIsCalled()
    {
        var consumer = ConsumerTests.Caller(library, "SingleFile", SingleFile);

        Publish(consumer);

        ConsumerTests.Lines(consumer.RunPublished(ConsumerTests.Shim))
            .Should().HaveCount(2 + ConsumerTests.Calls.Length).And.EndWith([".NETCoreApp,Version=v10.0", .. ConsumerTests.Calls]);
        File.Exists(consumer.Published("NativeCallbacks.dll")).Should().BeFalse("the library is in the program");
    }

    /// <summary>A native library, as C would load it: a function, an object that is made by one and passed to another, and an exception.</summary>
    [Fact]
    public unsafe void Library_CompiledByNativeAot_ExportsItsEntryPoints()
    {
        var exports = NativeLibrary.Load(PublishedExports());
        var sum = (delegate* unmanaged[Cdecl]<int*, int, long>)NativeLibrary.GetExport(exports, "exports_sum");
        var make = (delegate* unmanaged[Cdecl]<int, nint>)NativeLibrary.GetExport(exports, "exports_make");
        var scale = (delegate* unmanaged[Cdecl]<nint, long, long>)NativeLibrary.GetExport(exports, "exports_scale");
        var free = (delegate* unmanaged[Cdecl]<nint, void>)NativeLibrary.GetExport(exports, "exports_free");
        var (three, minusFive) = (make(3), make(-5));
        fixed (int* numbers = new[] { 5, -3, 12 })
        {
            (sum(numbers, 3), sum(numbers, 2), sum(null, 2)).Should().Be((14, 2, -1));
        }

        (scale(three, 7), scale(minusFive, 7), scale(three, 13), scale(three + 1, 7)).Should().Be((21, -35, -2, -2), "13 throws, and nobody has the last context");
        free(three);
        (scale(three, 7), scale(minusFive, 7)).Should().Be((-2, -35));
    }

    /// <summary>The extension of docs/native-modules.md, in the command that Debian has.</summary>
    [SqliteFact]
    public void Extension_OfTheDocumentation_IsLoadedBySqlite_AndItsExceptionsAreErrorsOfSql()
    {
        var extension = PublishedExports();
        ProcessRun Query(string sql) => ProcessRun.Of(ProcessRun.Start(
            library.Consumers, "sqlite3", [":memory:", "-bail", "-cmd", $".load {extension} sqlite3_editdistance_init", sql]));

        Query("SELECT edit_distance('kitten', 'sitting'), edit_distance('Grüße', 'Grüsse'), edit_distance('', 'abc'), typeof(edit_distance(NULL, 'a'))")
            .Should().Be(new ProcessRun(0, "3|2|3|null\n", ""));
        var error = Query("SELECT edit_distance('x', printf('%01234d', 5))");

        error.ExitCode.Should().NotBe(0);
        error.Errors.Should().Contain("edit_distance compares at most 1000 characters, and one text has 1234.");
        Query("SELECT edit_distance('one argument')").Errors.Should().Contain("wrong number of arguments to function edit_distance()");
    }

    [Fact]
    public void EntryPoint_InAProjectThatIsNoNativeLibrary_IsReported()
    {
        var build = new Consumer(library, "NotExported", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><OutputType>Library</OutputType>").Add("Exports.cs").Build();

        build.ExitCode.Should().NotBe(0);
        build.Output.Should().Contain("NCB0037").And.Contain("'exports_sum'");
    }

    /// <summary>A library with several entry points, published once: those of Exports.cs, and that of the SQLite extension in the documentation.</summary>
    private string PublishedExports() => library.Once("Exports.so", () =>
    {
        var page = File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "docs", "native-modules.md"));
        var consumer = new Consumer(library, "Exports", NativeAot + "<OutputType>Library</OutputType><NativeLib>Shared</NativeLib>")
            .Add("Exports.cs").Write("EditDistance.cs", PageProgram.Under(page, "## An SQLite extension").Code);
        Publish(consumer);
        return consumer.Published("Exports.so");
    });

    private static void Publish(Consumer consumer)
    {
        var publish = consumer.PublishFromSource();
        publish.ExitCode.Should().Be(0, publish.Output);
        publish.Output.Should().NotContain("warning");
    }

    private static long Size(Consumer consumer, string name) => new FileInfo(consumer.Published(name)).Length;

    /// <summary>The quickest of some starts, in milliseconds.</summary>
    private static double Start(Consumer consumer) => Enumerable.Range(0, Starts).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        consumer.RunPublished(ConsumerTests.Shim).ExitCode.Should().Be(0);
        return watch.Elapsed.TotalMilliseconds;
    });
}
