using NativeCallbacks.PackageTests.Consumers;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>A code fix of the package, loaded and applied by a host that knows the package alone, as an editor does.</summary>
[Collection(PackedLibrary.Collection)]
public class CodeFixTests(PackedLibrary library)
{
    private const string Program = """
        using System.Runtime.InteropServices;
        {0}
        var address = NativeLibrary.GetExport(NativeLibrary.Load("libm.so.6"), "pow");
        var power = {1};
        Console.WriteLine(power{2}(2, 10));

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]{3}
        internal delegate double Power(double x, double y);

        """;

    [Fact]
    public void MarshalledDelegate_InAConsumerOfThePackage_IsMigratedAndCalled()
    {
        var before = Write("", "Marshal.GetDelegateForFunctionPointer<Power>(address)", "", "");
        var consumer = new Consumer(library, "CodeFix", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>").Write("Program.cs", before);

        var format = consumer.ApplyCodeFixes("NCB0025");

        format.ExitCode.Should().Be(0, format.Output);
        consumer.Read("Program.cs").Should().Be(Write("using NativeCallbacks;\n", "new NativeCallback<Power>(address)", ".Invoke", "\n[NativeSignature]"));
        var build = consumer.Build();
        build.ExitCode.Should().Be(0, build.Output);
        consumer.Run().Should().Be(new ProcessRun(0, "1024\n", ""));
    }

    private static string Write(string usings, string callback, string member, string attribute) => Program
        .Replace("{0}", usings).Replace("{1}", callback).Replace("{2}", member).Replace("{3}", attribute);
}
