using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.ColdStart.Contenders;

/// <summary>C: <c>double (*)(double x)</c></summary>
[NativeSignature]
internal delegate double Affine(double x);

/// <summary>The same, for the runtime's marshaller.</summary>
[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate double MarshalledAffine(double x);

/// <summary>The ways to call <c>double affine(double x)</c>.</summary>
internal static unsafe partial class Scalars
{
    private const double X = 2.5;

    public static double Raw() => ((delegate* unmanaged[Cdecl]<double, double>)Native.Affine)(X);

    public static double Ours() => new NativeCallback<Affine>(Native.Affine).Invoke(X);

    public static double Marshalled() => Marshal.GetDelegateForFunctionPointer<MarshalledAffine>(Native.Affine)(X);

    public static double ByDllImport() => DllImported(X);

    public static double ByLibraryImport() => LibraryImported(X);

    // As people write it who do not know [LibraryImport], which SYSLIB1054 recommends.
#pragma warning disable SYSLIB1054
    [DllImport(Native.Library, EntryPoint = "affine", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern double DllImported(double x);
#pragma warning restore SYSLIB1054

    [LibraryImport(Native.Library, EntryPoint = "affine")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial double LibraryImported(double x);
}
