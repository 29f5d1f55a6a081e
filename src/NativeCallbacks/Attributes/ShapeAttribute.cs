using System;

namespace NativeCallbacks;

/// <summary>
/// Tells how many elements a span parameter of a <see cref="NativeSignatureAttribute"/> delegate has at least, as the
/// product of its dimensions, or which lengths a tensor parameter has. Every call checks it before native code runs.
/// </summary>
/// <remarks>
/// <para>
/// A dimension is the name of an integer parameter (by value, or by reference as in <c>in int length</c>) or a positive
/// constant: <c>[Shape(nameof(rows), nameof(columns))]</c>, <c>[Shape(nameof(n), 3)]</c>. Counts are elements, not bytes,
/// and dimensions are in C order. A longer span is allowed: native code sees its beginning. A shorter one is an
/// <see cref="ArgumentException"/>; so is a negative dimension, and a product that no span can hold.
/// </para>
/// <para>
/// A <c>TensorSpan&lt;T&gt;</c> or <c>ReadOnlyTensorSpan&lt;T&gt;</c> has exactly these lengths, and its elements lie side by
/// side in the given <see cref="Order"/>: a slice or a transposed view whose strides are others is refused, not copied.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ShapeAttribute : Attribute
{
    /// <summary>Gives the dimensions.</summary>
    /// <param name="dimensions">Names of integer parameters of the same delegate, or positive <see cref="int"/> constants.</param>
    public ShapeAttribute(params object[] dimensions)
    {
        Dimensions = dimensions;
    }

    /// <summary>The dimensions, in C order: strings (parameter names) and integers (constants).</summary>
    public object[] Dimensions { get; }

    /// <summary>
    /// Whether an empty span or tensor is allowed whatever the dimensions are, and is then a null pointer on the native side.
    /// </summary>
    public bool Optional { get; set; }

    /// <summary>How the elements of a tensor lie in memory. A span has no order of its own.</summary>
    public ArrayOrder Order { get; set; }
}
