using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the exceptions of calls that were refused for a tensor before native code ran. All lengths and
/// strides are element counts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorRefusal
{
    /// <summary>A tensor has another rank than its shape, other lengths or other strides; null where it has not.</summary>
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
            lengthsAgree &= shape[index].Value == lengths[index];
            isDense &= isEmpty || lengths[index] == 1 || strides[index] == stride;
            dense[index] = stride;
            stride = unchecked(stride * lengths[index]);
        }

        return (lengthsAgree, isDense) switch
        {
            (false, _) => new ArgumentException(
                $"{tensor} has the lengths {Join(lengths)}, but its shape needs ({string.Join(", ", shape)}).", tensor),
            (_, false) => new ArgumentException(
                $"{tensor} has the strides {Join(strides)}, but native code reads it in {(isColumnMajor ? "column" : "row")}-major order, "
                + $"with the strides {Join(dense)}. Pass a copy that is dense in that order.",
                tensor),
            _ => null,
        };
    }

    /// <summary>A tensor has another rank than its shape.</summary>
    public static Exception RankDiffers(string tensor, int rank, int needed) => new ArgumentException(
        $"{tensor} has the rank {Text(rank)}, but its shape has the rank {Text(needed)}.", tensor);

    /// <summary>Two arguments, of which one is a tensor, have different lengths along a dimension that they share.</summary>
    public static Exception LengthsDiffer(string dimension, string first, long firstLength, string second, long secondLength) => new ArgumentException(
        $"{second} has the length {Text(secondLength)} along {dimension}, but {first} has {Text(firstLength)}. Pass arguments whose lengths agree.",
        second);

    /// <summary>A length of a tensor is over the type of the dimension that it gives.</summary>
    public static Exception LengthOverDimension(string dimension, string type, long most, string tensor, long length) => new ArgumentException(
        $"{tensor} has the length {Text(length)} along {dimension}, whose type {type} ends at {Text(most)}. Pass a smaller tensor.",
        tensor);

    private static string Join(ReadOnlySpan<nint> numbers) =>
        $"({string.Join(", ", numbers.ToArray().Select(static number => Text(number)))})";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
