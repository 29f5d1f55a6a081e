using NativeCallbacks;

namespace DaskHost;

/// <summary>
/// What Python calls for a chunk. C: <c>int (*)(intptr_t kernel, const char *signature, const double *input, double *output,
/// intptr_t count, double *seconds, uint8_t *message, int capacity)</c>
/// </summary>
/// <param name="kernel">The address of the compiled kernel.</param>
/// <param name="signature">Its signature, as Numba prints it.</param>
/// <param name="input">The chunk.</param>
/// <param name="output">Receives the mapped chunk.</param>
/// <param name="count">The number of elements of both.</param>
/// <param name="seconds">Receives how long it took to bind the address, and to map the chunk.</param>
/// <param name="message">Receives the message of an error, in UTF-8.</param>
/// <param name="capacity">The room for the message, in bytes.</param>
/// <returns>How many bytes of the message there are; zero for success.</returns>
[NativeSignature]
internal delegate int MapChunk(
    nint kernel,
    string? signature,
    [Shape(nameof(count))] ReadOnlySpan<double> input,
    [Shape(nameof(count))] Span<double> output,
    nint count,
    [Shape(2)] Span<double> seconds,
    [Shape(nameof(capacity))] Span<byte> message,
    int capacity);
