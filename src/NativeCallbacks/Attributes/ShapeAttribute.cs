using System;

namespace NativeCallbacks;

/// <summary>
/// Declares the minimum number of elements of a span parameter of a <see cref="NativeSignatureAttribute"/> delegate, as the
/// product of its dimensions, or the lengths of a tensor parameter. Every call checks it before native code runs.
/// </summary>
/// <remarks>
/// <para>
/// A dimension is the name of an integer parameter (by value, or by reference as in <c>in int length</c>) or a positive
/// constant: <c>[Shape(nameof(rows), nameof(columns))]</c>, <c>[Shape(nameof(n), 3)]</c>. Counts are elements, unless
/// <see cref="InBytes"/> is set, and dimensions are in C order. A longer span is allowed: native code uses its beginning. A shorter one is an
/// <see cref="ArgumentException"/>, and so are a negative dimension and a product that no span can hold.
/// </para>
/// <para>
/// A <c>TensorSpan&lt;T&gt;</c> or <c>ReadOnlyTensorSpan&lt;T&gt;</c> must have exactly these lengths, and its elements must be
/// dense in the given <see cref="Order"/>: a slice or a transposed view with other strides is rejected, not copied.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var c = NativeModule.Load("libc.so.6");
/// var swap = c.GetCallback&lt;SwapBytes&gt;("swab");
/// var output = new byte[4];
/// swap.Invoke("badc"u8, output, 4); // output is "abcd"u8
/// swap.Invoke("badc"u8, output);    // the same: n is the length of both spans
///
/// // void swab(const void *from, void *to, ssize_t n);
/// [NativeSignature]
/// delegate void SwapBytes([Shape(nameof(n))] ReadOnlySpan&lt;byte&gt; from, [Shape(nameof(n))] Span&lt;byte&gt; to, nint n);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ShapeAttribute : Attribute
{
    /// <summary>Declares the dimensions.</summary>
    /// <param name="dimensions">Names of integer parameters of the same delegate, or positive <see cref="int"/> constants.</param>
    public ShapeAttribute(params object[] dimensions)
    {
        Dimensions = dimensions;
    }

    /// <summary>The dimensions, in C order: strings (parameter names) and integers (constants).</summary>
    public object[] Dimensions { get; }

    /// <summary>
    /// Whether an empty span or tensor is allowed regardless of the dimensions. Native code then gets a null pointer.
    /// </summary>
    public bool Optional { get; set; }

    /// <summary>
    /// Whether the product of the dimensions counts bytes, as in <c>memcpy</c>, <c>fread</c> and <c>qsort</c>. A dimension that is
    /// inferred from the span is then its length times the size of an element. It does not apply to tensors.
    /// </summary>
    public bool InBytes { get; set; }

    /// <summary>The memory order of a tensor. It does not apply to spans.</summary>
    public ArrayOrder Order { get; set; }
}
