using System;
using System.ComponentModel;
using System.Globalization;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the exceptions of calls that were rejected before native code ran. A member that is named after a
/// mistake returns null if the arguments do not have it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallRefusal
{
    /// <summary>The callback is <see langword="default"/>.</summary>
    public static Exception? NullCallback<TSignature>(NativeCallback<TSignature> callback)
        where TSignature : Delegate => callback.IsNull
            ? new InvalidOperationException(
                $"This {callback} is null and cannot be called. Check IsNull first, or check where the address should have come from.")
            : null;

    /// <summary>A dimension is negative.</summary>
    public static Exception? NegativeDimension(string dimension, long value) => value < 0
        ? new ArgumentOutOfRangeException(dimension, value, $"The dimension {dimension} must not be negative.")
        : null;

    /// <summary>A span has fewer elements than its shape needs.</summary>
    public static Exception? SpanTooShort(string span, int length, params ShapeDimension[] shape)
    {
        var needed = ElementCount.Of(shape);
        return needed.Exceeds((ulong)length)
            ? new ArgumentException(
                $"{span} has {Elements(length)}, but its shape ({string.Join(", ", shape ?? [])}) needs {needed}.",
                span)
            : null;
    }

    /// <summary>A span that may be empty is neither empty nor as long as its shape needs.</summary>
    public static Exception? OptionalSpanTooShort(string span, int length, params ShapeDimension[] shape) =>
        length == 0 ? null : SpanTooShort(span, length, shape);

    /// <summary>A span has fewer bytes than its shape needs, which counts bytes.</summary>
    public static Exception? SpanTooShortInBytes(string span, int length, int elementSize, params ShapeDimension[] shape)
    {
        var needed = ElementCount.Of(shape);
        var bytes = (long)length * elementSize;
        return needed.Exceeds((ulong)bytes)
            ? new ArgumentException(
                $"{span} has {Elements(length)} of {Bytes(elementSize)}, which are {Bytes(bytes)}, but its shape ({string.Join(", ", shape ?? [])}) needs {Bytes(needed.ToString())}.",
                span)
            : null;
    }

    /// <summary>A span that may be empty is neither empty nor has as many bytes as its shape needs.</summary>
    public static Exception? OptionalSpanTooShortInBytes(string span, int length, int elementSize, params ShapeDimension[] shape) =>
        length == 0 ? null : SpanTooShortInBytes(span, length, elementSize, shape);

    /// <summary>A check failed, but it passed when it was repeated: another thread writes to a dimension.</summary>
    public static Exception ArgumentsChanged(Type signature) => new InvalidOperationException(
        $"A dimension of this {Name(signature)} call changed while it was checked. Pass a dimension that no other thread writes to.");

    /// <summary>A check of a function of an API or a table failed, but it passed when it was repeated.</summary>
    public static Exception ArgumentsChanged(Type type, string function) => new InvalidOperationException(
        $"A dimension of this {Name(type)}.{function} call changed while it was checked. Pass a dimension that no other thread writes to.");

    /// <summary>Two spans that share a dimension have different lengths.</summary>
    public static Exception LengthsDiffer(string dimension, string first, int firstLength, string second, int secondLength) =>
        new ArgumentException(
            $"{second} has {Elements(secondLength)} and {first} has {firstLength.ToString(CultureInfo.InvariantCulture)}, but both must have {dimension} elements. "
            + $"Pass spans of the same length, or pass {dimension}.",
            second);

    /// <summary>Two spans that share a dimension give different values for it, and at least one of them gives a number of bytes.</summary>
    public static Exception CountsDiffer(string dimension, string first, long firstCount, string second, long secondCount) =>
        new ArgumentException(
            $"{dimension} would be {secondCount.ToString(CultureInfo.InvariantCulture)} by the length of {second} and {firstCount.ToString(CultureInfo.InvariantCulture)} by that of {first}. "
            + $"Pass spans whose lengths agree, or pass {dimension}.",
            second);

    /// <summary>The spans of a <c>Map</c> have different lengths.</summary>
    public static Exception MapLengthsDiffer(string first, int firstLength, string second, int secondLength) =>
        new ArgumentException(
            $"{second} has {Elements(secondLength)}, but {first} has {firstLength.ToString(CultureInfo.InvariantCulture)}. Pass spans of the same length.",
            second);

    /// <summary>The length of a span exceeds the type of the dimension that is inferred from it.</summary>
    public static Exception LengthOverDimension(string dimension, string type, int most, string span, int length) =>
        new ArgumentException(
            $"{span} has {Elements(length)}, but its dimension {dimension} is of type {type}, at most {most.ToString(CultureInfo.InvariantCulture)}. Pass a shorter span.",
            span);

    /// <summary>The number of bytes of a span exceeds the type of the dimension that is inferred from it.</summary>
    public static Exception BytesOverDimension(string dimension, string type, long most, string span, long bytes) =>
        new ArgumentException(
            $"{span} has {Bytes(bytes)}, but its dimension {dimension} is of type {type}, at most {most.ToString(CultureInfo.InvariantCulture)}. Pass a shorter span.",
            span);

    /// <summary>The declaration of the signature was rejected at build time.</summary>
    public static Exception RejectedSignature(string signature) => new NotSupportedException(
        $"The declaration of {signature} was rejected at build time. See the NCB error for what to change.");

    private static string? Name(Type signature) => signature is null ? null : CSharpTypeName.Of(signature);

    private static string Bytes(long count) => Bytes(count.ToString(CultureInfo.InvariantCulture));

    private static string Bytes(string count) => count == "1" ? "1 byte" : count + " bytes";

    private static string Elements(int count) =>
        count == 1 ? "1 element" : count.ToString(CultureInfo.InvariantCulture) + " elements";
}
