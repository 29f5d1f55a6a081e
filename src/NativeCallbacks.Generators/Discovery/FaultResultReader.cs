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
    /// <summary>The value; a default for <c>void</c>.</summary>
    public static ConstantModel Read(SignatureContext context, ResultModel result)
    {
        var invoke = context.Invoke;
        if (invoke.GetReturnTypeAttributes().Find(WellKnown.FaultResultAttribute) is not { } attribute)
        {
            return Default(result);
        }

        var value = attribute.ConstructorArguments.FirstOrDefault();
        var (constant, problem) = Convert(value, invoke.ReturnType, result);
        if (problem is null && result.Failure is { } failure && !failure.Includes(System.Convert.ToDecimal(value.Value, CultureInfo.InvariantCulture)))
        {
            problem = "it means success under the [StatusCode] of the signature";
        }

        if (problem is not null)
        {
            context.RejectAt(attribute, Rules.FaultResult, value.IsNull ? "null" : value.ToCSharpString(), problem);
        }

        return constant;
    }

    private static ConstantModel Default(ResultModel result) => (result.Kind, result.Failure) switch
    {
        (ResultKind.Value, { Convention: StatusConvention.ZeroIsSuccess or StatusConvention.NonNegativeIsSuccess } failure) => new ConstantModel(
            (failure.IsWrapped, failure.IntegerType) switch
            {
                (false, _) => ConstantKind.Converted,
                (_, "nint") => ConstantKind.CLong,
                _ => ConstantKind.CULong,
            },
            -1),
        _ => ConstantModel.Default,
    };

    private static (ConstantModel Constant, string? Problem) Convert(TypedConstant constant, ITypeSymbol type, ResultModel result)
    {
        var isEnum = constant.Kind == TypedConstantKind.Enum;
        if (constant.Kind == TypedConstantKind.Array || constant.Value is not { } value)
        {
            return Problem("it is not a number, an enum value or a bool");
        }

        if (result.Kind == ResultKind.Boolean)
        {
            return value is bool truth ? (new ConstantModel(ConstantKind.Same, truth ? 1 : 0), null) : Problem("the result is 'bool'");
        }

        if (isEnum || type.TypeKind == TypeKind.Enum)
        {
            return isEnum && SymbolEqualityComparer.Default.Equals(constant.Type, type)
                ? Good(ConstantKind.Converted)
                : Problem($"the result is '{TypeNames.Message(type)}'");
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
        return (fits, LongKind(type)) switch
        {
            (true, { } kind) => Good(kind),
            (true, null) => Good(ConstantKind.Converted),
            (_, not null) => Problem($"'{TypeNames.Message(type)}' cannot hold it where it is {integer!.Bits} bits wide"),
            _ => Problem(result.Kind == ResultKind.Void ? "there is no result" : $"'{TypeNames.Message(type)}' cannot hold it"),
        };

        (ConstantModel, string?) Good(ConstantKind kind) => (new ConstantModel(kind, value), null);

        static (ConstantModel, string?) Problem(string problem) => (ConstantModel.Default, problem);
    }

    /// <summary>The integers that a result can hold, on each platform; null for results that hold none.</summary>
    private static IntegerModel? Integer(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => new IntegerModel("nint", IsSigned: true, 64),
        _ when type.Is(WellKnown.CLong) => new IntegerModel("int", IsSigned: true, 32),
        _ when type.Is(WellKnown.CULong) => new IntegerModel("uint", IsSigned: false, 32),
        _ => Integers.Find(type),
    };

    private static ConstantKind? LongKind(ITypeSymbol type) => type switch
    {
        _ when type.Is(WellKnown.CLong) => ConstantKind.CLong,
        _ when type.Is(WellKnown.CULong) => ConstantKind.CULong,
        _ => null,
    };
}
