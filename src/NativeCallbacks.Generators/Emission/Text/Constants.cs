using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>How constants are written.</summary>
internal static class Constants
{
    /// <summary>The constant as an expression of a type.</summary>
    public static string Of(ConstantModel constant, string type) => constant.Kind switch
    {
        ConstantKind.Default => "default",
        ConstantKind.NullReference => "default!",
        ConstantKind.Same => Literal(constant.Value!),
        ConstantKind.CLong => $"new {type}((int)({Literal(constant.Value!)}))",
        ConstantKind.CULong => $"new {type}((uint)({Literal(constant.Value!)}))",
        _ => $"({type})({Literal(constant.Value!)})",
    };

    private static string Literal(object value) => value switch
    {
        double number => Number(number),
        float number => Number(number),
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };

    private static string Number(double number) => number switch
    {
        _ when double.IsNaN(number) => "double.NaN",
        _ when double.IsPositiveInfinity(number) => "double.PositiveInfinity",
        _ when double.IsNegativeInfinity(number) => "double.NegativeInfinity",
        _ => number.ToString("R", CultureInfo.InvariantCulture) + "D",
    };
}
