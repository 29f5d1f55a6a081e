using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace RustSample;

/// <summary>Rust: <c>extern "C" fn(c_int) -> Option&lt;MatrixTransform&gt;</c>, where None is a null callback.</summary>
[NativeSignature]
internal delegate NativeCallback<MatrixTransform> FindTransform(int number);

/// <summary>Rust: <c>#[repr(C)] struct KernelTable</c>. Function pointers are fields of their own type.</summary>
internal readonly record struct KernelTable(
    int Version,
    NativeCallback<MatrixTransform> Weigh,
    NativeCallback<ScalarFunction> SquareMinusOne);

/// <summary>Rust: <c>extern "C" fn() -> KernelTable</c></summary>
[NativeSignature]
internal delegate KernelTable GetKernelTable();

/// <summary>
/// Rust: <c>unsafe extern "C" fn(usize, *mut c_double) -> c_int</c>. Rust calls it a number; here it has its type.
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int ComputeFromRust(NativeCallback<MatrixTransform> callback, [Shape(6)] Span<double> output);

/// <summary>Rust: <c>unsafe extern "C" fn(*const c_char, *mut u8, usize) -> usize</c></summary>
[NativeSignature]
internal delegate nuint SignatureText(string name, [Shape(nameof(capacity))] Span<byte> text, nuint capacity);
