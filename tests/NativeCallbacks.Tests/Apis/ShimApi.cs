using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Apis;

/// <summary>Functions of the C library beside the assembly, found by name.</summary>
[NativeApi("ncbshim")]
internal static partial class ShimApi
{
    [Symbol("scalar_double")]
    public static partial double Minus(double a, double b);

    /// <summary>An overload is a function of its own.</summary>
    [Symbol("scalar_int64")]
    public static partial long Minus(long a, long b);

    public static partial int scalar_int32(int a, int b);

    [Symbol]
    public static partial int mixed_no_arguments();

    [Symbol("mixed_touch")]
    public static partial void Touch();

    [Symbol("mixed_touched")]
    public static partial int Touched();

    [Symbol("buffer_weigh_double")]
    public static partial double Weigh([Shape(nameof(n))] ReadOnlySpan<double> values, int n);

    [Symbol("matrix_weigh")]
    public static partial void WeighMatrix(
        [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input, [Shape(nameof(m), nameof(n))] Span<double> output, int m, int n);

    [Symbol("text_last")]
    public static partial int LastByte(string? text, out int length);

    [Symbol("layout_weigh_double_pair")]
    public static partial double WeighPair(this Pair<double> pair);

    [Symbol("bool_u1_not")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Not([MarshalAs(UnmanagedType.U1)] bool flag);

    [Symbol("callback_choose")]
    public static partial NativeCallback<ScalarFunction> Choose(int index);

    [Symbol("callback_apply_scalar")]
    public static partial double Apply(NativeCallback<ScalarFunction> f, double x = 3);

    [Symbol("callback_apply_scalar", ThrowsFaults = false)]
    public static partial double ApplySilently(NativeCallback<ScalarFunction> f, double x);

    [Symbol("callback_apply_scalar")]
    public static partial double ApplyScoped([CallScoped] NativeCallback<ScalarFunction> f, double x);

    [Symbol("status_int32")]
    [return: StatusCode]
    public static partial int Status(int code);

    [Symbol("scalar_doubel")]
    public static partial double Misspelt(double a, double b);

    [Symbol("shim_data_symbol")]
    public static partial int Data();

    [Symbol("scalar_float", Optional = true)]
    public static partial float MinusOfFloats(float a, float b);

    [Symbol("scalar_of_the_next_version", Optional = true)]
    public static partial double NextVersion(double a);
}

/// <summary>Options of the class, and functions that set their own.</summary>
[NativeApi("ncbshim", ThrowsFaults = false)]
internal static partial class QuietShimApi
{
    [Symbol("callback_apply_scalar")]
    public static partial double Apply(NativeCallback<ScalarFunction> f, double x);

    [Symbol("callback_apply_scalar", ThrowsFaults = true)]
    public static partial double ApplyLoudly(NativeCallback<ScalarFunction> f, double x);
}

/// <summary>A library that no machine has.</summary>
[NativeApi("no_such_library_of_ours")]
internal static partial class MissingApi
{
    public static partial int anything();

    [Symbol("optional", Optional = true)]
    public static partial int Optional();
}

/// <summary>What the program itself is linked with.</summary>
[NativeApi(MainProgram = true)]
internal static partial class MainProgramApi
{
    [Symbol("abs")]
    public static partial int Absolute(int number);

    [Symbol("no_such_function_of_the_host")]
    public static partial int Missing();
}

/// <summary>Nested, private, and without a modifier: what C# has long allowed to have no body.</summary>
internal static partial class Outer
{
    public static double Call(double a, double b) => Inner.Minus(a, b);

    public static int CallWithoutModifier()
    {
        Inner.Touch();
        return ShimApi.Touched();
    }

    [NativeApi("ncbshim")]
    private static partial class Inner
    {
        [Symbol("scalar_double")]
        internal static partial double Minus(double @in, double @this);

        public static void Touch() => TouchWithoutModifier();

        [Symbol("mixed_touch")]
        static partial void TouchWithoutModifier();
    }
}
