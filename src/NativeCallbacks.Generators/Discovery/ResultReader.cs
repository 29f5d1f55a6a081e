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
            _ when type.Is(WellKnown.Utf8Pointer) => (ResultKind.TextPointer, "nint"),
            { SpecialType: SpecialType.System_String } => MarshalAsRules.IsWide(context, null) ? (ResultKind.WideText, "char*") : (ResultKind.Text, "byte*"),
            _ when HandleRules.IsHandle(type) => (ResultKind.Handle, "nint"),
            _ => (ResultKind.Value, name),
        };
        if (invoke.RefKind != RefKind.None)
        {
            TypeRules.Reject(
                context,
                null,
                TypeRules.Subject(null),
                $"ref {TypeNames.Message(type)}",
                new TypeRejection(type, "has a target of unknown lifetime", "use a pointer or nint"));
        }
        else if (kind == ResultKind.Value && TypeRules.Rejection(type, context.Compilation) is { } rejection)
        {
            TypeRules.Reject(context, null, TypeRules.Subject(null), TypeNames.Message(type), rejection);
        }
        else if (kind != ResultKind.Boolean)
        {
            MarshalAsRules.Check(context, null, kind is ResultKind.Text or ResultKind.WideText);
        }

        if (kind == ResultKind.Handle)
        {
            HandleRules.CheckCreation(context, null, type);
            name = TypeNames.Source(type.WithNullableAnnotation(NullableAnnotation.None), context.Target);
        }

        return new ResultModel(
            kind,
            name,
            native,
            type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || kind is ResultKind.Text or ResultKind.WideText,
            Failure(context, kind, type, invoke.GetReturnTypeAttributes().Find(WellKnown.StatusCodeAttribute)));
    }

    public static ReferenceKind Reference(IMethodSymbol invoke) => invoke.RefKind switch
    {
        RefKind.None => ReferenceKind.None,
        RefKind.RefReadOnly => ReferenceKind.RefReadOnly,
        _ => ReferenceKind.Ref,
    };

    private static FailureModel? Failure(SignatureContext context, ResultKind kind, ITypeSymbol type, AttributeData? statusCode)
    {
        if (statusCode is null)
        {
            return null;
        }

        var convention = statusCode.ConstructorArguments.FirstOrDefault().Value is int value ? (StatusConvention)value : default;
        var integerType = type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
        if (convention == StatusConvention.NonNullIsSuccess)
        {
            if (!IsPointer(kind, type))
            {
                context.RejectAt(
                    statusCode,
                    Rules.StatusCode,
                    $"the result is '{TypeNames.Message(type)}', not a pointer",
                    Integers.FindDimension(integerType) is null ? "declare the pointer that the library returns" : "use NonZeroIsSuccess");
                return null;
            }

            return new FailureModel(convention, "nint");
        }

        if (Integers.FindDimension(integerType) is not { } integer)
        {
            var isPointer = IsPointer(kind, type);
            context.RejectAt(
                statusCode,
                Rules.StatusCode,
                $"the result is '{TypeNames.Message(type)}', {(isPointer ? "a pointer" : "not an integer")}",
                isPointer ? "use StatusConvention.NonNullIsSuccess" : "declare the integer that the library returns");
            return null;
        }

        if (convention == StatusConvention.NonNegativeIsSuccess && !integer.IsSigned)
        {
            context.RejectAt(statusCode, Rules.StatusCode, $"'{TypeNames.Message(type)}' is never negative, so no code would be a failure", "use a signed type, or another StatusConvention");
        }

        return new FailureModel(
            convention is StatusConvention.NonNegativeIsSuccess or StatusConvention.NonZeroIsSuccess ? convention : StatusConvention.ZeroIsSuccess,
            integer.Keyword,
            integer.IsWrapped);
    }

    /// <summary>Whether a result is a pointer that can be null: <c>nint</c> is one, or an integer.</summary>
    private static bool IsPointer(ResultKind kind, ITypeSymbol type) =>
        kind is ResultKind.Callback or ResultKind.TextPointer or ResultKind.Text or ResultKind.WideText or ResultKind.Handle
        || type.SpecialType == SpecialType.System_IntPtr
        || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;
}
