using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks;

/// <summary>The folder native/, which the build compiled into a library beside this program.</summary>
internal static class NativeExports
{
    public const string Library = "benchmarks";

    private static readonly nint Handle =
        NativeLibrary.Load(Library, typeof(NativeExports).Assembly, DllImportSearchPath.AssemblyDirectory);

    public static nint AddressOf(string function) => NativeLibrary.GetExport(Handle, function);
}
