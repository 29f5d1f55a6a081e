using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The result: how it crosses, as what, and whether it is a status code.</summary>
internal static class ResultReader
{
    public static ResultModel Read(SignatureContext context, IMethodSymbol invoke)
    {
        var type = invoke.ReturnType;
        var name = TypeNames.Source(type, context.Target);
        var (kind, native) = type switch
        {
            { SpecialType: SpecialType.System_Void } => (ResultKind.Void, "void"),
            _ when invoke.RefKind != RefKind.None => (ResultKind.Value, name),
            { SpecialType: SpecialType.System_Boolean } => (ResultKind.Boolean, MarshalAsRules.BooleanWidth(context, null)),
            _ when type.Is(WellKnown.NativeCallback) => (ResultKind.Callback, "nint"),
            _ => (ResultKind.Value, name),
        };
        if (invoke.RefKind != RefKind.None)
        {
            TypeRules.Refuse(
                context,
                null,
                TypeRules.Subject(null),
                $"ref {TypeNames.Message(type)}",
                new TypeRefusal(type, "has a target of unknown lifetime", "use a pointer or nint"));
        }
        else if (kind == ResultKind.Value && TypeRules.Refusal(type, context.Compilation) is { } refusal)
        {
            TypeRules.Refuse(context, null, TypeRules.Subject(null), TypeNames.Message(type), refusal);
        }
        else if (kind != ResultKind.Boolean)
        {
            MarshalAsRules.Check(context, null, isText: false);
        }

        return new ResultModel(kind, name, native, type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer, Failure(context, type, invoke.GetReturnTypeAttributes().Find(WellKnown.StatusCodeAttribute)));
    }

    public static ReferenceKind Reference(IMethodSymbol invoke) => invoke.RefKind switch
    {
        RefKind.None => ReferenceKind.None,
        RefKind.RefReadOnly => ReferenceKind.RefReadOnly,
        _ => ReferenceKind.Ref,
    };

    private static FailureModel? Failure(SignatureContext context, ITypeSymbol type, AttributeData? statusCode)
    {
        if (statusCode is null)
        {
            return null;
        }

        var integerType = type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
        if (Integers.Find(integerType) is not { } integer)
        {
            var isLong = type.Is(WellKnown.CLong) || type.Is(WellKnown.CULong);
            context.RefuseAt(
                statusCode,
                Rules.StatusCode,
                $"the result is '{TypeNames.Message(type)}', {(isLong ? "whose width depends on the platform" : "not an integer")}",
                isLong ? "remove [StatusCode], and compare the Value of the result" : "declare the integer that the library returns");
            return null;
        }

        var convention = statusCode.ConstructorArguments.FirstOrDefault().Value is int value ? (StatusConvention)value : default;
        if (convention == StatusConvention.NonNegativeIsSuccess && !integer.IsSigned)
        {
            context.RefuseAt(statusCode, Rules.StatusCode, $"'{TypeNames.Message(type)}' is never negative, so no code would be a failure", "use a signed type, or another StatusConvention");
        }

        return new FailureModel(
            convention is StatusConvention.NonNegativeIsSuccess or StatusConvention.NonZeroIsSuccess ? convention : StatusConvention.ZeroIsSuccess,
            integer.Keyword);
    }
}
