using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Upcalls;

/// <summary>NCB0037: entry points that no native library exports.</summary>
public class ExportTests
{
    private const string Source = """
        using NativeCallbacks;
        [NativeSignature] public delegate double F(double x);
        public static partial class C
        {
            [StaticCallback(nameof(X), EntryPoint = "module_x")] public static partial NativeCallback<F> P { get; }
            [StaticCallback(nameof(X))] public static partial NativeCallback<F> Plain { get; }
            private static double X(double x) => x;
        }
        """;

    [Theory]
    [InlineData("", "", "", true)]
    [InlineData("false", "Shared", "", true)]
    [InlineData("true", "", "", true)]
    [InlineData("True", "Shared", "", false)]
    [InlineData("true", "Static", "", false)]
    [InlineData("true", "", "true", false)]
    public async Task EntryPoint_IsReported_UnlessNativeAotExportsIt(string publishAot, string nativeLib, string exportsAnyway, bool isReported)
    {
        var properties = new Dictionary<string, string> { ["PublishAot"] = publishAot, ["NativeLib"] = nativeLib, ["IlcExportUnmanagedEntrypoints"] = exportsAnyway };

        var diagnostics = await Generation.Run(Consumer.Net10, Source).Diagnose(properties);

        diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(null)}").Should().Equal(isReported
            ? ["NCB0037 'P' has the entry point 'module_x', but only NativeAOT exports it, and this project does not compile a native library: "
                + "set PublishAot to true and NativeLib to Shared, or name the assembly in the UnmanagedEntryPointsAssembly items of the project that does"]
            : []);
    }

    [Fact]
    public async Task EntryPoint_InAProjectThatDeclaresNothing_IsNotReported() =>
        (await Generation.Run(Consumer.Net10, Source).Diagnose()).Should().BeEmpty();

    [Fact]
    public void EntryPoint_IsThatOfTheFunction() =>
        Generation.Run(Consumer.Net10, Source).Text.Should().Contain("UnmanagedCallersOnly(CallConvs = new[] { typeof(global::System.Runtime.CompilerServices.CallConvCdecl) }, EntryPoint = \"module_x\")]");
}
