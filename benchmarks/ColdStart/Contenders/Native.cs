using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.ColdStart.Contenders;

/// <summary>firstcalls.c, which the build compiled into a library beside this program. The contenders find it loaded.</summary>
internal static class Native
{
    public const string Library = "firstcalls";

    private static readonly nint Handle =
        NativeLibrary.Load(Library, typeof(Native).Assembly, DllImportSearchPath.AssemblyDirectory);

    public static nint Affine { get; } = NativeLibrary.GetExport(Handle, "affine");

    public static nint Weight { get; } = NativeLibrary.GetExport(Handle, "weight");

    public static nint CallBack { get; } = NativeLibrary.GetExport(Handle, "call_back");
}
