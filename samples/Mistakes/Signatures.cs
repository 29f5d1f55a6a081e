using NativeCallbacks;

namespace MistakesSample;

/// <summary>Meant for the Quickstart's <c>matrix_double</c>, whose m and n are ints.</summary>
[NativeSignature]
internal delegate void LongTransform(
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    long m,
    long n);

/// <summary>C: <c>int (*)(const void *, const void *)</c>, for an array of ints.</summary>
[NativeSignature]
internal delegate int Compare(in int left, in int right);

/// <summary>C: <c>void qsort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))</c></summary>
[NativeSignature]
internal delegate void QSort([Shape(nameof(count), nameof(size), InBytes = true)] Span<int> items, nuint count, nuint size, NativeCallback<Compare> compare);
