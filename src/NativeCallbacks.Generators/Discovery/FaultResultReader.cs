using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The result that native code gets if a handler threw: <c>[return: FaultResult(…)]</c>, or a default that is a failure.</summary>
internal static class FaultResultReader
{
    /// <summary>The value, as an expression of the native type; empty for <c>void</c>.</summary>
    public static string Read(SignatureContext context, ResultModel result)
    {
        var invoke = context.Invoke;
        if (invoke.GetReturnTypeAttributes().Find(WellKnown.FaultResultAttribute) is not { } attribute)
        {
            return Default(result);
        }

        var value = attribute.ConstructorArguments.FirstOrDefault();
        var (text, problem) = Convert(value, invoke.ReturnType, result);
        if (problem is null && result.Failure is { } failure && !failure.Includes(System.Convert.ToDecimal(value.Value, CultureInfo.InvariantCulture)))
        {
            problem = "it means success under the [StatusCode] of the signature";
        }

        if (problem is not null)
        {
            context.RefuseAt(attribute, Rules.FaultResult, value.IsNull ? "null" : value.ToCSharpString(), problem);
        }

        return text;
    }

    private static string Default(ResultModel result) => (result.Kind, result.Failure) switch
    {
        (ResultKind.Void, _) => "",
        (ResultKind.Value, { IsWrapped: true, Convention: StatusConvention.ZeroIsSuccess or StatusConvention.NonNegativeIsSuccess } failure) =>
            $"new {result.NativeType}(unchecked(({(failure.IntegerType == "nint" ? "int" : "uint")})(-1)))",
        (ResultKind.Value, { Convention: StatusConvention.ZeroIsSuccess or StatusConvention.NonNegativeIsSuccess }) => $"unchecked(({result.NativeType})(-1))",
        _ => "default",
    };

    private static (string Text, string? Problem) Convert(TypedConstant constant, ITypeSymbol type, ResultModel result)
    {
        var isEnum = constant.Kind == TypedConstantKind.Enum;
        if (constant.Kind == TypedConstantKind.Array || constant.Value is not { } value)
        {
            return ("default", "it is not a number, an enum value or a bool");
        }

        if (result.Kind == ResultKind.Boolean)
        {
            return value is bool truth ? (truth ? "1" : "0", null) : ("default", "the result is 'bool'");
        }

        if (isEnum || type.TypeKind == TypeKind.Enum)
        {
            return isEnum && SymbolEqualityComparer.Default.Equals(constant.Type, type)
                ? ($"unchecked(({result.NativeType})({Literal(value)}))", null)
                : ("default", $"the result is '{TypeNames.Message(type)}'");
        }

        var integer = Integer(type);
        var fits = (value, type.SpecialType) switch
        {
            (bool or char or string or ITypeSymbol, _) => false,
            (double or float, SpecialType.System_Double) => true,
            (double number, SpecialType.System_Single) => double.IsNaN(number) || double.IsInfinity(number) || Math.Abs(number) <= float.MaxValue,
            (float, SpecialType.System_Single) => true,
            (double or float, _) => false,
            (_, SpecialType.System_Double or SpecialType.System_Single) => true,
            _ => integer?.Holds(System.Convert.ToDecimal(value, CultureInfo.InvariantCulture)) == true,
        };
        return (fits, IsLong(type)) switch
        {
            (true, true) => ($"new {result.NativeType}(({integer!.Keyword})({Literal(value)}))", null),
            (true, _) => ($"unchecked(({result.NativeType})({Literal(value)}))", null),
            (_, true) => ("default", $"'{TypeNames.Message(type)}' cannot hold it where it is {integer!.Bits} bits wide"),
            _ => ("default", result.Kind == ResultKind.Void ? "there is no result" : $"'{TypeNames.Message(type)}' cannot hold it"),
        };
    }

    /// <summary>The integers that a result can hold, on each platform; null for results that hold none.</summary>
    private static IntegerModel? Integer(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => new IntegerModel("nint", IsSigned: true, 64),
        _ when type.Is(WellKnown.CLong) => new IntegerModel("int", IsSigned: true, 32),
        _ when type.Is(WellKnown.CULong) => new IntegerModel("uint", IsSigned: false, 32),
        _ => Integers.Find(type),
    };

    private static bool IsLong(ITypeSymbol type) => type.Is(WellKnown.CLong) || type.Is(WellKnown.CULong);

    private static string Literal(object value) => value switch
    {
        double number when double.IsNaN(number) => "double.NaN",
        double number when double.IsPositiveInfinity(number) => "double.PositiveInfinity",
        double number when double.IsNegativeInfinity(number) => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        float number => Literal((double)number),
        _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
    };
}
