using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the exceptions of calls that were rejected for a tensor before native code ran. All lengths and
/// strides are element counts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorRefusal
{
    /// <summary>The rank, the lengths or the strides of a tensor do not match its shape; null if they do.</summary>
    public static Exception? Mismatch(
        string tensor, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, bool isOptional, bool isColumnMajor, params ShapeDimension[] shape)
    {
        var isEmpty = lengths.Length == 0 || lengths.ToArray().Contains(0);
        shape ??= [];
        if (isOptional && isEmpty)
        {
            return null;
        }

        if (lengths.Length != shape.Length)
        {
            return RankDiffers(tensor, lengths.Length, shape.Length);
        }

        var dense = new nint[shape.Length];
        nint stride = 1;
        var (lengthsAgree, isDense) = (true, true);
        for (var step = 0; step < shape.Length; step++)
        {
            var index = isColumnMajor ? step : shape.Length - 1 - step;
            lengthsAgree &= !shape[index].IsNegative && shape[index].Bits == unchecked((ulong)lengths[index]);
            isDense &= isEmpty || lengths[index] == 1 || strides[index] == stride;
            dense[index] = stride;
            stride = unchecked(stride * lengths[index]);
        }

        return (lengthsAgree, isDense) switch
        {
            (false, _) => new ArgumentException(
                $"{tensor} has lengths {Join(lengths)}, but its shape needs ({string.Join(", ", shape)}).", tensor),
            (_, false) => new ArgumentException(
                $"{tensor} has strides {Join(strides)}, but native code reads it in {(isColumnMajor ? "column" : "row")}-major order, "
                + $"with strides {Join(dense)}. Pass a copy that is dense in that order.",
                tensor),
            _ => null,
        };
    }

    /// <summary>The rank of a tensor differs from the rank of its shape.</summary>
    public static Exception RankDiffers(string tensor, int rank, int needed) => new ArgumentException(
        $"{tensor} has rank {Text(rank)}, but its shape has rank {Text(needed)}. Pass a tensor of that rank.", tensor);

    /// <summary>Two arguments that share a dimension have different lengths along it. At least one of them is a tensor.</summary>
    public static Exception LengthsDiffer(string dimension, string first, long firstLength, string second, long secondLength) => new ArgumentException(
        $"{second} has length {Text(secondLength)} along {dimension}, but {first} has {Text(firstLength)}. Pass arguments whose lengths agree.",
        second);

    /// <summary>A length of a tensor exceeds the type of the dimension that is inferred from it.</summary>
    public static Exception LengthOverDimension(string dimension, string type, long most, string tensor, long length) => new ArgumentException(
        $"{tensor} has length {Text(length)} along {dimension}, which is of type {type}, at most {Text(most)}. Pass a smaller tensor.",
        tensor);

    private static string Join(ReadOnlySpan<nint> numbers) =>
        $"({string.Join(", ", numbers.ToArray().Select(static number => Text(number)))})";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
