using NativeCallbacks;

namespace MpiSample;

/// <summary>What C# gives to <c>MPI_Op_create</c>: merges each element of the input into its place in the other.</summary>
[NativeSignature]
internal delegate void ReduceFunction(
    [Shape(nameof(length))] ReadOnlySpan<Moments> input,
    [Shape(nameof(length))] Span<Moments> inout,
    in int length,
    in nint type);
