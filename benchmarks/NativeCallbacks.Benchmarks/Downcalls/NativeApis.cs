using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>The functions of <see cref="LibraryImports"/>, by name too, with the code that the library writes.</summary>
[NativeApi(NativeExports.Library)]
internal static partial class NativeApis
{
    [Symbol("line")]
    public static partial double Line(double x);

    [Symbol("mixed")]
    public static partial double Mixed(int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8);

    [Symbol("weigh_pair")]
    public static partial double WeighPair(Pair value);

    [Symbol("weigh_triple")]
    public static partial double WeighTriple(Triple value);

    [Symbol("apply")]
    public static partial double Apply(NativeCallback<ScalarFunction> function, double x);
}
