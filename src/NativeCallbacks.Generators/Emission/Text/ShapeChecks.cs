using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>
/// The checks of a call with spans, in the form that costs least: unsigned comparisons, so that a negative dimension is
/// one that no span can satisfy, and a 64-bit product that cannot wrap.
/// </summary>
internal static class ShapeChecks
{
    /// <summary>More than any span holds: a factor or a product that reaches it may be replaced by it.</summary>
    private const string Clamp = "0x80000000UL";
    private const int ClampBits = 32;

    /// <summary>Writes one local for each distinct shape of several dimensions.</summary>
    public static void WriteCounts(SourceWriter writer, SignatureModel signature)
    {
        var products = Products(signature);
        if (products.Count > 0)
        {
            writer.Line("// The element counts of the shapes, of 64 bits and clamped, so that no product wraps.");
        }

        for (var index = 0; index < products.Count; index++)
        {
            writer.Line($"var {Names.Count(index)} = unchecked({Product(signature, products[index])});");
        }
    }

    /// <summary>The conditions under which a call is refused, without that of a null callback.</summary>
    public static IEnumerable<string> Conditions(SignatureModel signature)
    {
        foreach (var condition in NegativeDimensions(signature))
        {
            yield return condition;
        }

        foreach (var parameter in Spans(signature))
        {
            var span = Names.User(parameter.Name);
            var tooShort = parameter.Shape!.IsInBytes
                ? $"unchecked((ulong)(uint){span}.Length * (uint)sizeof({parameter.ElementType})) < {Count(signature, parameter.Shape)}"
                : $"(uint){span}.Length < {Count(signature, parameter.Shape)}";
            yield return parameter.Shape.IsOptional ? $"({span}.Length != 0 && {tooShort})" : tooShort;
        }
    }

    /// <summary>The spans whose length is checked.</summary>
    public static IEnumerable<ParameterModel> Spans(SignatureModel signature) =>
        signature.Parameters.Where(static parameter => parameter is { Kind: ParameterKind.Span or ParameterKind.Texts, Shape: not null });

    /// <summary>The conditions under which a dimension is negative, but for those that the check of a span or a tensor finds.</summary>
    public static IEnumerable<string> NegativeDimensions(SignatureModel signature) =>
        SignedDimensions(signature)
            .Where(dimension => !IsComparedAlone(signature, dimension))
            .Select(static dimension => $"{(dimension.Integer!.Keyword == "nint" ? "(nint)" : "")}{Value(dimension)} < 0"); // IntPtr has no operators before .NET 7.

    /// <summary>A parameter that is a dimension, as a number.</summary>
    public static string Value(ParameterModel dimension) => Names.User(dimension.Name) + (dimension.Integer!.IsWrapped ? ".Value" : "");

    /// <summary>A dimension that is a parameter, as a number.</summary>
    public static string Value(DimensionModel dimension) => Names.User(dimension.Parameter!) + (dimension.IsWrapped ? ".Value" : "");

    /// <summary>The parameters that are dimensions and could be negative.</summary>
    public static IEnumerable<ParameterModel> SignedDimensions(SignatureModel signature) =>
        Dimensions(signature).Where(static parameter => parameter.Integer!.IsSigned);

    /// <summary>The parameters that are dimensions of some span or tensor.</summary>
    public static IEnumerable<ParameterModel> Dimensions(SignatureModel signature)
    {
        var names = new HashSet<string>(signature.Parameters
            .Where(static parameter => parameter.Shape is not null)
            .SelectMany(static parameter => parameter.Shape!.Dimensions)
            .Select(static dimension => dimension.Parameter ?? ""));
        return signature.Parameters.Where(parameter => names.Contains(parameter.Name));
    }

    /// <summary>
    /// Whether a span or a tensor that must be there is compared with this dimension alone, as an unsigned number. Of bytes, a span can
    /// have more than an unsigned number that was negative.
    /// </summary>
    private static bool IsComparedAlone(SignatureModel signature, ParameterModel dimension) =>
        signature.Parameters.Any(parameter => parameter.Shape is { IsOptional: false } shape && (parameter.Kind == ParameterKind.Tensor
            ? shape.Dimensions.Any(item => item.Parameter == dimension.Name)
            : !shape.IsInBytes && shape.SoleParameter == dimension.Name));

    private static List<ShapeModel> Products(SignatureModel signature) =>
        Spans(signature)
            .Where(static parameter => parameter.Shape is { Dimensions.Count: > 1 })
            .Select(static parameter => parameter.Shape! with { IsOptional = false })
            .Distinct()
            .ToList();

    /// <summary>The count that a shape needs, of elements or of bytes, as an unsigned number.</summary>
    public static string Count(SignatureModel signature, ShapeModel shape) => shape.Dimensions.Count == 1
        ? $"unchecked({Factor(signature, shape.Dimensions[0]).Text})"
        : Names.Count(Products(signature).IndexOf(shape with { IsOptional = false }));

    private static string Product(SignatureModel signature, ShapeModel shape)
    {
        var (text, bits) = ("", 0);
        foreach (var dimension in shape.Dimensions)
        {
            var factor = Factor(signature, dimension);
            if (shape.IsInBytes && text.Length > 0 && bits + factor.Bits > 64)
            {
                (text, bits) = ($"{Names.CompilerServices}.ShapeProduct.Saturating({text}, {factor.Text})", 64);
                continue;
            }

            if (factor.Bits == 64 && !shape.IsInBytes)
            {
                factor = ($"global::System.Math.Min({factor.Text}, {Clamp})", ClampBits);
            }

            if (bits + factor.Bits > 64)
            {
                (text, bits) = ($"global::System.Math.Min({text}, {Clamp})", ClampBits);
            }

            (text, bits) = text.Length == 0
                ? ($"(ulong){factor.Text}", factor.Bits)
                : ($"{text} * {factor.Text}", bits + factor.Bits);
        }

        return text;
    }

    /// <summary>One dimension as an unsigned number, and how many bits it takes. All 64-bit factors count as 64.</summary>
    private static (string Text, int Bits) Factor(SignatureModel signature, DimensionModel dimension)
    {
        if (dimension.Parameter is null)
        {
            return ($"{dimension.Constant.ToString(CultureInfo.InvariantCulture)}u", 31);
        }

        var integer = signature.Parameters.First(parameter => parameter.Name == dimension.Parameter).Integer!;
        var name = Value(dimension);
        return integer.Bits == 64 ? ($"(ulong){name}", 64) : ($"(uint){name}", integer.MagnitudeBits);
    }
}
