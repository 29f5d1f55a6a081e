using System;
using System.Numerics;
using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Numerics;

[assembly: NativeSignature(typeof(Func<int, double, float>))]

namespace NativeCallbacks.Tests.Notations;

/// <summary>What <see cref="NativeSignature.Of{TSignature}"/> knows of delegates.</summary>
public partial class DeclaredSignatureTests
{
    [Fact]
    public void Of_ASignatureOfThePackage_IsItsCNotation() =>
        NativeSignature.Of<MatrixTransform>().ToString().Should().Be("void (*)(const double *input, double *output, int m, int n)");

    [Fact]
    public void Of_EveryKindOfNumber_NamesTheOneOfC() =>
        NativeSignature.Of<Everything>().ToString().Should().Be(
            "double _Complex (*)(int8_t a, uint8_t b, int16_t c, uint16_t d, int e, uint32_t f, int64_t g, uint64_t h, intptr_t i, size_t j, "
            + "float k, double l, long m, unsigned long n, int16_t o, bool p, int q, const char *r)");

    [Fact]
    public void Of_PointersOfEveryKind_ReportsWhatTheyLeadTo() =>
        NativeSignature.Of<Pointers>().ToString().Should().Be(
            "double *(*)(const float *a, float *b, const int *c, int *d, int64_t *e, double **f, struct Pair *g, void *h, intptr_t user)");

    [Fact]
    public void Of_StructsByValue_ReportsTheirMembers() =>
        NativeSignature.Of<ByValue>().ToString().Should().Be(
            "struct Pair { double X; int register_; } (*)(struct Nested { struct Pair { double X; int register_; } First; uint8_t bytes[3]; } nested, struct Overlay overlay, struct Vector3 vector)");

    [Fact]
    public void Of_CallbacksInCallbacks_ReportsTheirSignatures() =>
        NativeSignature.Of<Outer>().ToString().Should().Be(
            "int (*(*)(double (*f)(double x), int (**table)(int short_)))(int short_)");

    [Fact]
    public void Of_ASignatureThatTakesItself_EndsInAVoidPointer() =>
        NativeSignature.Of<Circle>().ToString().Should().Be(
            "void (*)(void (*next)(void (*next)(void (*next)(void (*next)(void *next)))))");

    [Fact]
    public void Of_AnotherConvention_NamesIt() => NativeSignature.Of<Stdcall>().ToString().Should().Be("void (__stdcall *)(void)");

    [Fact]
    public void Of_ADelegateOfTheFramework_IsFoundInTheAssemblyThatDeclaresIt() =>
        NativeSignature.Of<Func<int, double, float>>().ToString().Should().Be("float (*)(int arg1, double arg2)");

    [Fact]
    public void Of_ADelegateThatIsNotDeclared_SaysHow() =>
        FluentActions.Invoking(NativeSignature.Of<Action<string>>).Should().Throw<InvalidOperationException>()
            .WithMessage("Action<string> is not declared with [NativeSignature], so its native signature is unknown. "
                + "Add [NativeSignature] to the delegate, or add [assembly: NativeSignature(typeof(Action<string>))] to your project.");

    [Fact]
    public void Of_Twice_IsTheSame() => NativeSignature.Of<MatrixTransform>().Should().BeSameAs(NativeSignature.Of<MatrixTransform>());
}

internal enum Small : short
{
    One = 1,
}

#pragma warning disable CS0649 // Only the layouts matter.
internal struct Pair
{
    public double X;
    public int register;
}

internal unsafe struct Nested
{
    public Pair First;
    public fixed byte bytes[3];
}
#pragma warning restore CS0649

[StructLayout(LayoutKind.Explicit)]
internal struct Overlay
{
    [FieldOffset(0)]
    public int Whole;

    [FieldOffset(0)]
    public float Floating;
}

[NativeSignature]
internal delegate Complex Everything(
    sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h, nint i, nuint j, float k, double l, CLong m, CULong n,
    Small o, [MarshalAs(UnmanagedType.U1)] bool p, [MarshalAs(UnmanagedType.I4)] bool q, string r);

[NativeSignature]
internal unsafe delegate double* Pointers(
    [Shape(1)] ReadOnlySpan<float> a, [UncheckedShape] Span<float> b, in int c, ref int d, out long e, double** f, Pair* g,
    delegate* unmanaged[Cdecl]<void> h, [UserData] nint user);

[NativeSignature]
internal delegate Pair ByValue(Nested nested, Overlay overlay, Vector3 vector);

[NativeSignature]
internal delegate int Inner(int @short);

[NativeSignature]
internal delegate NativeCallback<Inner> Outer(NativeCallback<ScalarFunction> f, [Shape(2)] Span<NativeCallback<Inner>> table);

[NativeSignature]
internal delegate void Circle(NativeCallback<Circle> next);

[NativeSignature(CallingConvention = CallingConvention.StdCall)]
internal delegate void Stdcall();
