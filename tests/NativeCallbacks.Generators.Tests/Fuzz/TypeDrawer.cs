using System.Collections.Generic;

namespace NativeCallbacks.Generators.Tests.Fuzz;

/// <summary>Draws types of parameters and results: those that cross, those that do not, and those that are not there.</summary>
internal static class TypeDrawer
{
    /// <summary>What the drawn types are made of, beside those of the framework.</summary>
    public const string Helpers = """
        public enum Level { Low = -1, None, High }
        public enum Wide : ulong { A }
        public struct Pair { public int A; public double B; }
        public struct Twin<T> { public T A; }
        public struct Flagged { public bool Flag; }
        public struct Named { public string Name; }
        public struct Empty { }
        public unsafe struct Buffered { public fixed byte Bytes[4]; public Buffered* Next; }
        [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)] public struct Auto { public int X; }
        public ref struct Borrowed { public int X; }
        public class Managed { public int X; }
        public class OwnHandle : System.Runtime.InteropServices.SafeHandle { internal OwnHandle() : base(default(System.IntPtr), true) { } public override bool IsInvalid { get { return true; } } protected override bool ReleaseHandle() { return true; } }
        public class ValueHandle : OwnHandle { public ValueHandle(int x) { } }
        public interface IManaged { }
        public delegate int Plain(int x);
        public delegate T Generic<T>(T x);
        internal class Outer<T> { internal delegate T Inside(T x); internal struct Value { public T A; } }

        """;

    private static readonly string[] Numbers = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "System.IntPtr", "System.UIntPtr", "float", "double"];

    private static readonly string[] Crossing =
    [
        "Level", "Wide", "Pair", "Twin<int>", "Twin<Twin<double>>", "Outer<int>.Value", "string", "string", "bool", "System.Guid", "System.Numerics.Complex",
        "System.Numerics.Vector3", "NativeCallbacks.NativeCallback<Plain>", "NativeCallbacks.NativeCallback<System.Action<int>>",
        "NativeCallbacks.NativeCallback<Generic<int>>", "NativeCallbacks.NativeCallback<Outer<int>.Inside>", "NativeCallbacks.NativeCallback<NativeCallbacks.Numerics.ScalarFunction>",
        "NativeCallbacks.NativeCallback<NativeCallbacks.DestroyNotify>", "NativeCallbacks.Utf8Pointer", "NativeCallbacks.Utf8Pointer", "Twin<NativeCallbacks.Utf8Pointer>",
        "OwnHandle", "OwnHandle", "Microsoft.Win32.SafeHandles.SafeFileHandle", "System.Runtime.InteropServices.SafeHandle",
    ];

    private static readonly string[] Unsafe =
    [
        "void*", "int*", "byte**", "Pair*", "Buffered", "Buffered*", "delegate* unmanaged[Cdecl]<int, void>", "delegate* unmanaged[Stdcall]<Pair*, double>", "delegate*<int>",
    ];

    private static readonly string[] Rejected =
    [
        "char", "decimal", "object", "dynamic", "int?", "int[]", "string[]", "int[,]", "bool[][]", "(int, double)", "(int A, string B)", "Managed", "IManaged", "Borrowed", "Flagged",
        "Named", "Empty", "ValueHandle", "Auto", "Plain", "System.Action", "System.Func<int[]>", "System.DateTime", "System.TimeSpan", "System.Memory<int>", "System.ReadOnlyMemory<char>",
        "System.Text.StringBuilder", "System.Type", "System.Delegate", "System.ArraySegment<int>", "System.Collections.Generic.KeyValuePair<int, int>", "Twin<string>", "Twin<bool>",
        "System.Nullable<Twin<int>>", "System.TypedReference", "System.Void", "Missing", "Twin<Missing>", "NativeCallbacks.NativeCallback<Missing>",
    ];

    private static readonly string[] Newer =
    [
        "nint", "nuint", "string?", "object?", "System.Half", "System.Int128", "System.UInt128", "System.Runtime.InteropServices.CLong", "System.Runtime.InteropServices.CULong",
        "System.Runtime.Intrinsics.Vector128<int>", "System.DateOnly", "System.Index", "System.Range", "System.Runtime.InteropServices.NFloat",
        "System.Numerics.Tensors.TensorSpan<double>", "System.Numerics.Tensors.ReadOnlyTensorSpan<float>", "System.Numerics.Tensors.Tensor<int>",
    ];

    /// <summary>A type; those of the type parameters are among them.</summary>
    public static string Type(Draw draw, IReadOnlyList<string> typeParameters)
    {
        if (typeParameters.Count > 0 && draw.In100(25))
        {
            var parameter = draw.Of(typeParameters);
            return draw.Of(parameter, parameter + "[]", $"Twin<{parameter}>", $"System.Span<{parameter}>", $"NativeCallbacks.NativeCallback<Generic<{parameter}>>");
        }

        var type = draw.Below(40) switch
        {
            < 16 => draw.Of(Numbers),
            < 26 => draw.Of(Crossing),
            < 29 => draw.Of(Unsafe),
            < 31 => draw.Of(Rejected),
            < 32 => draw.Of(Newer),
            < 34 => "System.ReadOnlySpan<string>",
            _ => Span(draw),
        };

        // Most of the drawn namespaces have names that would hide these.
        return type.Replace("System.", "global::System.").Replace("NativeCallbacks.N", "global::NativeCallbacks.N").Replace("NativeCallbacks.U", "global::NativeCallbacks.U").Replace("Microsoft.", "global::Microsoft.");
    }

    private static string Span(Draw draw) =>
        $"System.{draw.Of("Span", "ReadOnlySpan")}<{draw.Of(Numbers, Numbers, Crossing, draw.Of(Numbers, Rejected)).Of(draw)}>";

    private static string Of(this IReadOnlyList<string> items, Draw draw) => draw.Of(items);
}
