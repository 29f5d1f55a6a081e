namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>Signatures with every row of what a signature may contain.</summary>
internal static class KitchenSink
{
    /// <summary>What C# 9 on netstandard2.0 can say.</summary>
    public const string Source = """
        #pragma warning disable CS1591
        using System;
        using System.Numerics;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        [assembly: NativeSignature(typeof(Func<double, double>))]
        [assembly: NativeSignature(typeof(Action))]
        [assembly: NativeSignature(typeof(Action<nint, Kitchen.Pair>))]
        [assembly: NativeSignature(typeof(Kitchen.Own<Kitchen.Box<int>>))]
        [assembly: NativeSignature(typeof(Kitchen.Outer<Guid>.Nested))]

        [NativeSignature] public delegate void InNoNamespace(int x);

        namespace Kitchen
        {
            public enum Small : byte { A }
            public struct Pair { public int X; public double Y; }
            public struct Box<T> where T : unmanaged { public T Value; public NativeCallback<Action> Callback; }
            public unsafe struct Buffer { public fixed byte Bytes[64]; }
            [StructLayout(LayoutKind.Explicit)] public struct Union { [FieldOffset(0)] public int X; [FieldOffset(0)] public float Y; }
            public delegate T Own<T>(T x);
            public class Outer<T> { public delegate T Nested(in T x); }

            [NativeSignature] public delegate double Integers(sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h, nint i, nuint j, float k, Small l);
            [NativeSignature] public unsafe delegate void* Pointers(void* a, int** b, Pair* c, delegate* unmanaged[Cdecl]<int, void> d, char* e);
            [NativeSignature] public delegate Pair Structs(Pair a, Box<double> b, Buffer c, Union d, Guid e, Complex f);
            [NativeSignature] public delegate void References(in Pair a, ref Guid b, out Small c, in NativeCallback<Action> d, ref nint e, out Box<int> f);
            [NativeSignature] public delegate void Spans([UncheckedShape] Span<Pair> a, [Shape(3)] ReadOnlySpan<byte> b, [UncheckedShape] Span<NativeCallback<Action>> c);
            [NativeSignature] public delegate int OneDimension([Shape(nameof(n))] ReadOnlySpan<double> a, [Shape(nameof(n))] Span<float> b, [Shape("n", Optional = true)] Span<float> c, int n);
            [NativeSignature] public delegate void ByteDimension([Shape(nameof(n))] ReadOnlySpan<double> a, byte n, [Shape(nameof(m))] Span<int> b, in sbyte m);
            [NativeSignature] public delegate void WideDimension([Shape(nameof(n))] ReadOnlySpan<double> a, nuint n, [Shape(nameof(m))] Span<int> b, long m);
            [NativeSignature] public delegate void TwoDimensions([Shape("m", "n")] ReadOnlySpan<double> a, [Shape("m", "n")] Span<double> b, [Shape("n", 4)] Span<int> c, int m, nint n);
            [NativeSignature] public delegate void ThreeDimensions([Shape("m", "n", "k")] ReadOnlySpan<double> a, [Shape("k", 65536, 2)] Span<int> b, ulong m, long n, ref uint k);
            [NativeSignature] public delegate void Optionals([Shape("m", "n", Optional = true)] ReadOnlySpan<double> a, short m, ushort n);
            [NativeSignature] public delegate NativeCallback<Action> Callbacks(NativeCallback<Func<double, double>> a, NativeCallback<Callbacks> b);
            [NativeSignature] [return: MarshalAs(UnmanagedType.U1)] public delegate bool Bools([MarshalAs(UnmanagedType.U1)] bool a, [MarshalAs(UnmanagedType.I4)] bool b);
            [NativeSignature] public delegate int Texts(string a, string? b, int c, [MarshalAs((UnmanagedType)48)] string d);
            [NativeSignature] public delegate void WideTexts([MarshalAs(UnmanagedType.LPWStr)] string a, [MarshalAs(UnmanagedType.LPWStr)] string? b, [MarshalAs(UnmanagedType.LPWStr)] out string c);
            [NativeSignature] public delegate string TextResult(out string a, out string? b, in int c);
            [NativeSignature(ThrowsFaults = false)] [return: MarshalAs(UnmanagedType.LPWStr)] public delegate string? WideTextResult(int a);
            [NativeSignature] [return: StatusCode(StatusConvention.NonNullIsSuccess)] public delegate string TextOrFailure(string a, [Shape("n")] ReadOnlySpan<string> b, int n);
            [NativeSignature] public delegate int TextArrays([UncheckedShape] ReadOnlySpan<string> a, [Shape("n")] ReadOnlySpan<string> b, [Shape("n", 2, Optional = true)] ReadOnlySpan<string> c, uint n);
            [NativeSignature] public delegate Utf8Pointer TextPointers(Utf8Pointer a, in Utf8Pointer b, ref Utf8Pointer c, out Utf8Pointer d, [Shape("n")] Span<Utf8Pointer> e, int n, Box<Utf8Pointer> f);
            [NativeSignature] [return: StatusCode(StatusConvention.NonNullIsSuccess)] public delegate Utf8Pointer PointerOrFailure(int a);
            [NativeSignature] [return: StatusCode(StatusConvention.NonNullIsSuccess)] public delegate nint AddressOrFailure([UserData] nint a);
            [NativeSignature] [return: StatusCode(StatusConvention.NonNullIsSuccess)] public unsafe delegate int* TypedOrFailure();
            [NativeSignature] [return: StatusCode(StatusConvention.NonNullIsSuccess)] public delegate NativeCallback<Action> CallbackOrFailure();
            [NativeSignature] public delegate int Handles(SafeHandle a, Microsoft.Win32.SafeHandles.SafeFileHandle b, string c);
            [NativeSignature] public delegate int Bytes([Shape("n", InBytes = true)] ReadOnlySpan<Pair> a, nuint n, [Shape("m", "k", InBytes = true)] Span<int> b, long m, nuint k, [Shape("i", "j", 8, InBytes = true, Optional = true)] Span<byte> c, int i, short j);
            [NativeSignature] public delegate int SharedBytes([Shape("n", InBytes = true)] ReadOnlySpan<int> a, [Shape("n", InBytes = true)] Span<byte> b, [Shape("n", InBytes = true, Optional = true)] Span<double> c, byte n);
            [NativeSignature] public delegate void MoreDefaults([Shape("n")] ReadOnlySpan<double> a, int n, string? b = "x\"\n", double c = double.NegativeInfinity, float d = 1.5f, nint e = default, Small f = Small.A, ulong g = ulong.MaxValue, Pair h = default, [MarshalAs(UnmanagedType.U1)] bool i = true, NativeCallback<Action> j = default);
            [NativeSignature] [return: StatusCode] public delegate int Status(string a);
            [NativeSignature] [return: StatusCode(StatusConvention.NonNegativeIsSuccess)] public delegate long NegativeStatus();
            [NativeSignature] [return: StatusCode(StatusConvention.NonZeroIsSuccess)] public delegate Small ZeroStatus();
            [NativeSignature] [return: StatusCode] public delegate ulong WideStatus();
            [NativeSignature(CallingConvention = CallingConvention.StdCall)] public delegate void StdCall();
            [NativeSignature] [UnmanagedFunctionPointer(CallingConvention.ThisCall)] public delegate void ThisCall(nint self);
            [NativeSignature] public delegate void Defaults(int a = 3, string? b = null, Small c = Small.A, [Shape("d")] Span<int> e = default, int d = 0);
            [NativeSignature] internal delegate void Internal(InternalPair a);
            internal struct InternalPair { public int X; public InternalPair(int x) { X = x; } }
            public class Class { [NativeSignature] public delegate void Nested(int x); [NativeSignature] protected internal delegate void Guarded(int x); }
            public struct Struct { [NativeSignature] public delegate void Nested(int x); }
            public interface IInterface { [NativeSignature] public delegate void Nested(int x); }
            internal class Hidden { [NativeSignature] public delegate void Nested(int x); }
            [NativeSignature] public delegate void Op(int x);
            [NativeSignature] public delegate void OP(int x);
            [NativeSignature, Obsolete] public delegate void Old(int x);
            [Obsolete("Use another.")] public class OldClass { [NativeSignature] public delegate void Nested(int x); }
            [Obsolete("Gone.", true)] public class GoneClass { [NativeSignature] public delegate void Nested(int x); }
            public class Keywords { [NativeSignature] public delegate void @class(int @event, int @this); }
        }

        namespace Kitchen.Other { [NativeSignature] public delegate void Op(double x); }
        """;

    /// <summary>What takes the tensor package, under C# 9.</summary>
    public const string Tensors = """
        #pragma warning disable CS1591
        using System;
        using System.Numerics;
        using System.Numerics.Tensors;
        using NativeCallbacks;

        namespace Kitchen.Tensors
        {
            public struct Pair { public int X; public double Y; }
            [NativeSignature] public delegate void Matrices([Shape("m", "n")] ReadOnlyTensorSpan<double> a, [Shape("m", "n", Order = ArrayOrder.ColumnMajor)] TensorSpan<Complex> b, int m, nint n);
            [NativeSignature] public delegate Pair Widths([Shape("a", "b", "c", "d", "e", Order = ArrayOrder.ColumnMajor)] TensorSpan<Pair> x, [Shape("f", 2, "g", "h", "i", "j")] TensorSpan<NativeCallback<Action>> y, sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h, nint i, nuint j);
            [NativeSignature] [return: StatusCode] public delegate int ByReference([Shape("m", 3)] in ReadOnlyTensorSpan<byte> a, [Shape("m", Optional = true)] in TensorSpan<Guid> b, in int m, ref uint n, [Shape("n")] Span<int> c);
            [NativeSignature] public delegate void Optionals([Shape("m", "n", Optional = true)] ReadOnlyTensorSpan<float> a, short m, ushort n);
            [NativeSignature] public delegate void Longs([Shape("m", "n")] ReadOnlyTensorSpan<float> a, System.Runtime.InteropServices.CLong m, System.Runtime.InteropServices.CULong n, [Shape("n", InBytes = true)] Span<int> b);
            [NativeSignature] public delegate void Constants([Shape(2, 3)] ReadOnlyTensorSpan<float> a, [Shape(2147483647, 2147483647)] ReadOnlyTensorSpan<float> b);
            [NativeSignature] public delegate void BesideSpans([Shape("n", "n", "m")] TensorSpan<float> a, [Shape("m")] Span<int> b, [Shape("m", "n")] Span<int> c, [Shape("k")] Span<int> d, long m, ulong n, byte k, string text);
            [NativeSignature] public delegate void WithContext([Shape("n", Order = ArrayOrder.ColumnMajor)] TensorSpan<float> a, int n, [UserData] nint data);
            [NativeSignature] public delegate void Defaults([Shape("n")] TensorSpan<float> a = default, int n = 0);
        }
        """;

    /// <summary>What takes the newest C# and .NET.</summary>
    public const string Newest = """
        #pragma warning disable CS1591
        using System;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        namespace Kitchen.Newest;

        [InlineArray(4)] public struct Row { public float First; }
        public record struct Point(int X, int Y);
        public interface IDefault { [NativeSignature] delegate void Nested(int x); }
        [NativeSignature] public delegate CLong Types(CULong a, Vector2 b, Vector3 c, Vector4 d, Row e, Point f, Quaternion g);
        public sealed class OwnHandle : SafeHandle { internal OwnHandle() : base(0, true) { } public override bool IsInvalid => handle == 0; protected override bool ReleaseHandle() => true; }
        [NativeSignature] public delegate OwnHandle HandleResult(OwnHandle a, out OwnHandle b, out Microsoft.Win32.SafeHandles.SafeFileHandle c);
        [NativeSignature(SetLastError = true)] [return: StatusCode(StatusConvention.NonNullIsSuccess)] public delegate OwnHandle? HandleOrFailure([MarshalAs(UnmanagedType.LPWStr)] string a, out string b);
        [NativeSignature(ThrowsFaults = false)] public delegate int HandleOut(out OwnHandle? a);
        [NativeSignature] public delegate CLong Longs([Shape("n")] ReadOnlySpan<int> a, CLong n, [Shape("m", "n")] Span<int> b, in CULong m, [Shape("k", InBytes = true)] Span<int> c, CULong k);
        [NativeSignature] [return: StatusCode] public delegate CLong LongStatus();
        [NativeSignature] [return: StatusCode(StatusConvention.NonZeroIsSuccess)] public delegate CULong UnsignedLongStatus();
        [NativeSignature] [return: StatusCode, FaultResult(-3)] public delegate CLong LongStatusWithFault();
        [NativeSignature] public delegate void Modifiers(ref readonly Point a, scoped in int b, scoped ref int c, [UncheckedShape] scoped Span<int> d);
        [NativeSignature] public delegate void Params(int n, [Shape(nameof(n))] params ReadOnlySpan<int> a);
        [NativeSignature] public delegate void ReadOnlyDimension([Shape(nameof(n))] Span<int> a, ref readonly int n);
        [NativeSignature(CallingConvention = CallingConvention.Winapi)] public delegate void Winapi();
        [NativeSignature(SuppressGCTransition = true)] public delegate double Fast(double x);
        [NativeSignature(SetLastError = true)] public delegate void Errno(string path);
        [NativeSignature(SetLastError = true)] [return: StatusCode] public delegate nint ErrnoAndStatus([Shape(nameof(n))] ReadOnlySpan<byte> a, nuint n);
        [NativeSignature(SetLastError = true, SuppressGCTransition = true, CallingConvention = CallingConvention.Winapi)]
        [return: MarshalAs(UnmanagedType.I4)] public delegate bool All(in int x);
        """;
}
