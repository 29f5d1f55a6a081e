using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Upcalls;

/// <summary>How memory of the caller becomes a tensor of a handler.</summary>
internal static class UpcallTensor
{
    private const string Runtime = Names.CompilerServices + ".UpcallTensor";

    /// <summary>The conditions under which the handler must not run.</summary>
    public static string[] Conditions(ParameterModel tensor)
    {
        var pointer = Names.Pointer(tensor.Name);
        var dimensions = tensor.Shape!.Dimensions.ToList();
        var tooLarge = $"!{Runtime}.Fits({ElementSize(tensor)}, stackalloc ulong[] {{ {string.Join(", ", dimensions.Select(TensorChecks.Unsigned))} }})";
        if (tensor.Shape.IsOptional)
        {
            return [$"({pointer} != null && {tooLarge})"];
        }

        var isNotEmpty = dimensions.Where(static dimension => dimension.Parameter is not null)
            .Select(static dimension => $" && {ShapeChecks.Value(dimension)} != 0");
        return [tooLarge, $"({pointer} == null{string.Concat(isNotEmpty)})"];
    }

    /// <summary>The call that reports why the handler did not run, up to the arguments that it shares with that of a span.</summary>
    public static string Fault(ParameterModel tensor) => $"{Runtime}.Fault({ElementSize(tensor)}, ";

    /// <summary>Writes the lengths of each tensor and, where they are not those that a tensor makes up itself, its strides.</summary>
    public static void WriteLayouts(SourceWriter writer, SignatureModel signature)
    {
        foreach (var tensor in TensorChecks.Tensors(signature))
        {
            var dimensions = tensor.Shape!.Dimensions.ToList();
            var lengths = dimensions.Select(static dimension => dimension.Parameter is not null ? $"unchecked((nint){ShapeChecks.Value(dimension)})" : $"{dimension.Constant}");
            writer.Line($"var {Names.Lengths(tensor.Name)} = stackalloc nint[] {{ {string.Join(", ", lengths)} }};");
            if (tensor.Shape.IsColumnMajor)
            {
                // A tensor requires no stride for a dimension without steps.
                var strides = dimensions.Select((_, index) => $"{TensorChecks.Length(tensor, index)} > 1 ? {TensorChecks.DenseStride(tensor, index)} : 0");
                writer.Line($"var {Names.Strides(tensor.Name)} = stackalloc nint[] {{ {string.Join(", ", strides)} }};");
            }
        }
    }

    public static string Argument(ParameterModel tensor)
    {
        var pointer = Names.Pointer(tensor.Name);
        var rank = tensor.Shape!.Dimensions.Count;
        var lengths = Names.Lengths(tensor.Name);
        var count = $"unchecked({string.Join(" * ", Enumerable.Range(0, rank).Select(index => TensorChecks.Length(tensor, index)))})";
        var strides = tensor.Shape.IsColumnMajor ? $"new {TensorChecks.Numbers}({Names.Strides(tensor.Name)}, {rank})" : "default";
        string Tensor(string memory) => $"new {tensor.ManagedType}({memory}, {count}, new {TensorChecks.Numbers}({lengths}, {rank}), {strides})";

        // A tensor has lengths only where it has an address, and without elements any will do.
        return tensor.Shape.IsOptional
            ? $"{pointer} == null ? default : {Tensor(pointer)}"
            : Tensor($"{pointer} == null ? ({tensor.NativeType}){lengths} : {pointer}");
    }

    private static string ElementSize(ParameterModel tensor) => $"sizeof({tensor.ElementType})";
}
