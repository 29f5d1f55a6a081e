using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>
/// The checks of a call with tensors: the rank, the lengths and the strides. These are compared themselves, because a
/// tensor calls itself dense only where it is so in row-major order.
/// </summary>
internal static class TensorChecks
{
    /// <summary>The type of a tensor's lengths and of its strides.</summary>
    public const string Numbers = "global::System.ReadOnlySpan<nint>";

    public static IEnumerable<ParameterModel> Tensors(SignatureModel signature) =>
        signature.Parameters.Where(static parameter => parameter is { Kind: ParameterKind.Tensor, Shape: not null });

    /// <summary>Writes two locals for each tensor: its lengths and its strides.</summary>
    public static void WriteLayouts(SourceWriter writer, SignatureModel signature)
    {
        foreach (var tensor in Tensors(signature))
        {
            writer.Line($"var {Names.Lengths(tensor.Name)} = {Names.User(tensor.Name)}.Lengths;");
            writer.Line($"var {Names.Strides(tensor.Name)} = {Names.User(tensor.Name)}.Strides;");
        }
    }

    /// <summary>The conditions under which a call is refused for a tensor.</summary>
    public static IEnumerable<string> Conditions(SignatureModel signature) =>
        Tensors(signature).SelectMany(static tensor => tensor.Shape!.IsOptional
            ? [$"({IsPresent(tensor)} && ({string.Join(" || ", Mismatches(tensor))}))"]
            : Mismatches(tensor));

    public static string IsPresent(ParameterModel tensor) => $"!{Names.User(tensor.Name)}.IsEmpty";

    /// <summary>The stride of a dimension of a dense tensor, from the lengths of those that count faster.</summary>
    public static string DenseStride(ParameterModel tensor, int index)
    {
        var shape = tensor.Shape!;
        var faster = shape.IsColumnMajor ? Enumerable.Range(0, index) : Enumerable.Range(index + 1, shape.Dimensions.Count - index - 1);
        var lengths = faster.Select(dimension => Length(tensor, dimension)).ToList();
        return lengths.Count switch
        {
            0 => "1",
            1 => lengths[0],
            _ => $"unchecked({string.Join(" * ", lengths)})",
        };
    }

    /// <summary>One length of a tensor.</summary>
    public static string Length(ParameterModel tensor, int index) => Element(Names.Lengths(tensor.Name), index);

    /// <summary>A dimension as an unsigned 64-bit number, so that a negative one is more than any length.</summary>
    public static string Unsigned(DimensionModel dimension) => dimension.Parameter is not null
        ? $"unchecked((ulong){ShapeChecks.Value(dimension)})"
        : dimension.Constant.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Mismatches(ParameterModel tensor)
    {
        var dimensions = tensor.Shape!.Dimensions;

        // There are as many strides as lengths. Asked for too, they are read without bounds checks.
        yield return $"{Names.Lengths(tensor.Name)}.Length != {dimensions.Count}";
        yield return $"{Names.Strides(tensor.Name)}.Length != {dimensions.Count}";
        for (var index = 0; index < dimensions.Count; index++)
        {
            yield return dimensions[index].Parameter is null
                ? $"{Length(tensor, index)} != {dimensions[index].Constant}"
                : $"unchecked((ulong){Length(tensor, index)}) != {Unsigned(dimensions[index])}";
        }

        // Nobody steps along a dimension of one element, or of a tensor without any.
        for (var index = 0; index < dimensions.Count; index++)
        {
            yield return $"({Element(Names.Strides(tensor.Name), index)} != {DenseStride(tensor, index)} && {Length(tensor, index)} > 1 && {IsPresent(tensor)})";
        }
    }

    private static string Element(string numbers, int index) => $"{numbers}[{index.ToString(CultureInfo.InvariantCulture)}]";
}
