using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The default values of a delegate's parameters, as expressions that generated code repeats.</summary>
internal static class DefaultValues
{
    /// <summary>The default value of a parameter; null if it has none.</summary>
    public static string? Read(IParameterSymbol parameter, TargetFacts target)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        var type = parameter.Type;
        return parameter.ExplicitDefaultValue switch
        {
            null => type.IsReferenceType && target.LanguageVersion >= LanguageVersion.CSharp9 ? "default!" : "default",
            var value when type.TypeKind == TypeKind.Enum => $"({TypeNames.Source(type, target)})({Literal(value)})",
            double or float when type.SpecialType is SpecialType.System_Single => $"(float)({Literal(parameter.ExplicitDefaultValue)})",
            var value when type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr => $"({TypeNames.Source(type, target)})({Literal(value)})",
            var value => Literal(value),
        };
    }

    private static string Literal(object value) => value switch
    {
        double number => Number(number),
        float number => Number(number),
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default",
    };

    private static string Number(double number) => number switch
    {
        _ when double.IsNaN(number) => "double.NaN",
        _ when double.IsPositiveInfinity(number) => "double.PositiveInfinity",
        _ when double.IsNegativeInfinity(number) => "double.NegativeInfinity",
        _ => number.ToString("R", CultureInfo.InvariantCulture) + "D",
    };
}
