using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// The shape of a span or a tensor: names of integer parameters and constants. Their product is the minimum element count of a
/// span; they are the exact lengths of a tensor, whose elements are in the order that the shape declares.
/// </summary>
internal static class ShapeReader
{
    /// <summary>The shape; null if it is unchecked or rejected.</summary>
    public static ShapeModel? Read(SignatureContext context, IParameterSymbol span)
    {
        var shape = span.GetAttributes().Find(WellKnown.ShapeAttribute);
        var uncheckedShape = span.GetAttributes().Find(WellKnown.UncheckedShapeAttribute);
        if (shape is null)
        {
            CheckMissing(context, span, uncheckedShape);
            return null;
        }

        if (uncheckedShape is not null)
        {
            context.RejectAt(uncheckedShape, Rules.ShapeMisuse, $"'{span.Name}' has both [Shape] and [UncheckedShape]", "keep one of them");
            return null;
        }

        var dimensions = new List<DimensionModel>();
        foreach (var value in Values(shape))
        {
            if (Dimension(context, span, shape, value) is not { } dimension)
            {
                return null;
            }

            dimensions.Add(dimension);
        }

        return CheckDimensions(context, span, shape, dimensions) && CheckOrder(context, span, shape) && CheckUnit(context, span, shape)
            ? new ShapeModel(
                dimensions.ToEquatableArray(),
                shape.Named(OptionNames.Optional, otherwise: false),
                Order(shape) == ArrayOrder.ColumnMajor,
                IsInBytes(shape))
            : null;
    }

    /// <summary>Rejects a shape on a parameter that is neither a span nor a tensor.</summary>
    public static void RejectShape(SignatureContext context, IParameterSymbol parameter)
    {
        var attributes = parameter.GetAttributes();
        if (parameter.Type.TypeKind != TypeKind.Error
            && (attributes.Find(WellKnown.ShapeAttribute) ?? attributes.Find(WellKnown.UncheckedShapeAttribute)) is { } shape)
        {
            context.RejectAt(shape, Rules.ShapeMisuse, $"'{parameter.Name}' is '{TypeNames.Message(parameter.Type)}', which has no shape", "use Span<T> or ReadOnlySpan<T>, by value");
        }
    }

    private static IEnumerable<object?> Values(AttributeData shape) =>
        shape.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } dimensions
            ? dimensions.Values.Select(static value => value.Kind == TypedConstantKind.Array ? value.ToCSharpString() : value.Value)
            : [];

    /// <summary>Why a parameter cannot be a dimension, as a part of a message; null if it can.</summary>
    public static string? DimensionProblem(IParameterSymbol? parameter) => parameter switch
    {
        null => "is not a parameter",
        { RefKind: RefKind.Out } => "is an out parameter, with no value at the call",
        _ when Integers.FindDimension(parameter.Type) is null => $"is '{TypeNames.Message(parameter.Type)}', not an integer",
        _ => null,
    };

    private static DimensionModel? Dimension(SignatureContext context, IParameterSymbol span, AttributeData shape, object? value)
    {
        switch (value)
        {
            case string name:
                var parameter = context.Invoke.Parameters.FirstOrDefault(item => item.Name == name);
                var problem = DimensionProblem(parameter);
                if (problem is null)
                {
                    return new DimensionModel(name, 0, Integers.FindDimension(parameter!.Type)!.IsWrapped);
                }

                context.RejectAt(shape, Rules.ShapeDimension, span.Name, name, problem);
                return null;

            case int and > 0:
                return new DimensionModel(null, (int)value);

            default:
                context.RejectAt(shape, Rules.ShapeDimension, span.Name, value ?? "null", "is neither the name of an integer parameter nor a positive int");
                return null;
        }
    }

    private static void CheckMissing(SignatureContext context, IParameterSymbol span, AttributeData? uncheckedShape)
    {
        if (!span.Type.IsTensor())
        {
            if (uncheckedShape is null)
            {
                context.RejectAt(span, Rules.SpanWithoutShape, span.Name, "span", "its element count, or add [UncheckedShape] if there are none");
            }
        }
        else if (uncheckedShape is null)
        {
            context.RejectAt(span, Rules.SpanWithoutShape, span.Name, "tensor", "its lengths");
        }
        else
        {
            context.RejectAt(
                uncheckedShape, Rules.ShapeMisuse, $"'{span.Name}' is a tensor, and native code would not know its strides", "use [Shape], or Span<T> with [UncheckedShape]");
        }
    }

    private static ArrayOrder Order(AttributeData shape) => (ArrayOrder)shape.Named(OptionNames.Order, (int)ArrayOrder.RowMajor);

    private static bool CheckOrder(SignatureContext context, IParameterSymbol span, AttributeData shape)
    {
        var (problem, remedy) = Order(shape) switch
        {
            ArrayOrder.RowMajor => ("", ""),
            ArrayOrder.ColumnMajor when span.Type.IsTensor() => ("", ""),
            ArrayOrder.ColumnMajor => ($"'{span.Name}' is a span, which has no order", "remove Order, or use TensorSpan<T> or ReadOnlyTensorSpan<T>"),
            _ => ($"The shape of '{span.Name}' has an undefined order", "use ArrayOrder.RowMajor or ArrayOrder.ColumnMajor"),
        };
        if (problem.Length > 0)
        {
            context.RejectAt(shape, Rules.ShapeMisuse, problem, remedy);
        }

        return problem.Length == 0;
    }

    private static bool IsInBytes(AttributeData shape) => shape.Named(OptionNames.InBytes, otherwise: false);

    private static bool CheckUnit(SignatureContext context, IParameterSymbol span, AttributeData shape)
    {
        if (!IsInBytes(shape) || (!span.Type.IsTensor() && !span.Type.IsSpanOfTexts()))
        {
            return true;
        }

        context.RejectAt(
            shape,
            Rules.ShapeMisuse,
            span.Type.IsTensor() ? $"'{span.Name}' is a tensor, whose lengths are element counts" : $"'{span.Name}' is a span of strings, which has no size in bytes",
            span.Type.IsTensor() ? "remove InBytes, or use Span<T> or ReadOnlySpan<T>" : "remove InBytes");
        return false;
    }

    private static bool CheckDimensions(SignatureContext context, IParameterSymbol span, AttributeData shape, List<DimensionModel> dimensions)
    {
        if (dimensions.Count == 0)
        {
            context.RejectAt(shape, Rules.ShapeMisuse, $"The shape of '{span.Name}' has no dimension", span.Type.IsTensor()
                ? "name the integer parameters that give its lengths"
                : "name the integer parameters that give its element count, or use [UncheckedShape]");
            return false;
        }

        if (span.Type.IsTensor())
        {
            return true;
        }

        var product = dimensions.Where(static dimension => dimension.Parameter is null)
            .Aggregate(1L, static (total, dimension) => System.Math.Min(total, 1L << 31) * dimension.Constant);
        if (product <= int.MaxValue)
        {
            return true;
        }

        context.RejectAt(shape, Rules.ShapeMisuse, $"The constants in the shape of '{span.Name}' need more elements than a span can hold", "use smaller constants");
        return false;
    }
}
