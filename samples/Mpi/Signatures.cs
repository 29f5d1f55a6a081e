using NativeCallbacks;

namespace MpiSample;

// One for each shape of function in MpiLibrary, which has the prototypes. Communicator checks buffers whose size is a sum
// of counts, which a signature cannot declare.

[NativeSignature]
[return: StatusCode]
internal delegate int Initialize(nint argc, nint argv);

[NativeSignature]
[return: StatusCode]
internal delegate int Terminate();

[NativeSignature]
internal delegate int Abort(nint communicator, int code);

[NativeSignature]
[return: StatusCode]
internal delegate int AskCommunicator(nint communicator, out int answer);

[NativeSignature]
internal delegate double WallTime();

[NativeSignature]
[return: StatusCode]
internal delegate int Scatter(
    [UncheckedShape] ReadOnlySpan<double> all,
    [UncheckedShape] ReadOnlySpan<int> counts,
    [UncheckedShape] ReadOnlySpan<int> offsets,
    nint sentType,
    [Shape(nameof(count))] Span<double> part,
    int count,
    nint receivedType,
    int root,
    nint communicator);

[NativeSignature]
[return: StatusCode]
internal delegate int Gather(
    [Shape(nameof(count))] ReadOnlySpan<double> part,
    int count,
    nint sentType,
    [UncheckedShape] Span<double> all,
    [UncheckedShape] ReadOnlySpan<int> counts,
    [UncheckedShape] ReadOnlySpan<int> offsets,
    nint receivedType,
    int root,
    nint communicator);

[NativeSignature]
[return: StatusCode]
internal delegate int GatherTimes(
    in RankTimes mine,
    int byteCount,
    nint sentType,
    [UncheckedShape] Span<RankTimes> all,
    int receivedByteCount,
    nint receivedType,
    int root,
    nint communicator);

[NativeSignature]
[return: StatusCode]
internal delegate int Reduce(
    in Moments mine,
    out Moments result,
    int count,
    nint type,
    nint operation,
    int root,
    nint communicator);

/// <summary>What C# gives to <c>MPI_Op_create</c>: merges each element of the input into its place in the other.</summary>
[NativeSignature]
internal delegate void ReduceFunction(
    [Shape(nameof(length))] ReadOnlySpan<Moments> input,
    [Shape(nameof(length))] Span<Moments> inout,
    in int length,
    in nint type);

[NativeSignature]
[return: StatusCode]
internal delegate int CreateOperation(NativeCallback<ReduceFunction> function, int isCommutative, out nint operation);

[NativeSignature]
[return: StatusCode]
internal delegate int ChangeHandle(ref nint handle);

[NativeSignature]
[return: StatusCode]
internal delegate int MakeContiguousType(int count, nint element, out nint type);
