using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>One parameter: how it crosses, and as what.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(SignatureContext context, IParameterSymbol parameter)
    {
        var type = parameter.Type;
        var findings = context.FindingCount;
        var (kind, native) = type switch
        {
            _ when type.IsTensor() && parameter.RefKind is RefKind.None or RefKind.In => ReadElements(context, parameter, ParameterKind.Tensor),
            { SpecialType: SpecialType.System_String } when parameter.RefKind is RefKind.None or RefKind.Out => ReadText(context, parameter),
            _ when HandleRules.IsHandle(type) && parameter.RefKind is RefKind.None or RefKind.Out => ReadHandle(context, parameter),
            _ when parameter.RefKind != RefKind.None => ReadReference(context, parameter),
            _ when type.IsSpanOfTexts() => (ParameterKind.Texts, "byte**"),
            _ when type.IsSpan() => ReadElements(context, parameter, ParameterKind.Span),
            _ when type.Is(WellKnown.NativeCallback) => (ParameterKind.Callback, "nint"),
            _ when type.Is(WellKnown.Utf8Pointer) => (ParameterKind.TextPointer, "nint"),
            { SpecialType: SpecialType.System_Boolean } => (ParameterKind.Boolean, MarshalAsRules.BooleanWidth(context, parameter)),
            _ => ReadValue(context, parameter),
        };

        // If the type is rejected, its other problems are not reported.
        if (context.FindingCount == findings)
        {
            CheckAttributes(context, parameter, kind);
        }

        return new ParameterModel(
            parameter.Name,
            kind,
            Reference(parameter, context.Target),
            IsScoped: parameter is { ScopedKind: not ScopedKind.None, RefKind: not RefKind.Out, IsParams: false }
                && context.Target.LanguageVersion >= LanguageVersion.CSharp11,
            TypeNames.Source(type, context.Target),
            native,
            (kind == ParameterKind.OutHandle ? type.WithNullableAnnotation(NullableAnnotation.None) : type.ElementType()) is { } element
                ? TypeNames.Source(element, context.Target)
                : null,
            IsShaped(kind) ? ShapeReader.Read(context, parameter) : null,
            parameter.RefKind == RefKind.Out ? null : Integers.FindDimension(type),
            kind == ParameterKind.Value && UserDataReader.CanBeContext(type),
            DefaultValues.Read(parameter, context.Target),
            CallScopedReader.Read(context, parameter),
            UserDataReader.OwnerOfContext(parameter));
    }

    private static bool IsShaped(ParameterKind kind) => kind is ParameterKind.Span or ParameterKind.Texts or ParameterKind.Tensor;

    private static void CheckAttributes(SignatureContext context, IParameterSymbol parameter, ParameterKind kind)
    {
        if (!IsShaped(kind))
        {
            ShapeReader.RejectShape(context, parameter);
        }

        if (kind != ParameterKind.Boolean)
        {
            MarshalAsRules.Check(context, parameter, parameter.Type.SpecialType == SpecialType.System_String);
        }
    }

    private static (ParameterKind Kind, string NativeType) ReadValue(SignatureContext context, IParameterSymbol parameter)
    {
        if (TypeRules.Rejection(parameter.Type, context.Compilation) is { } rejection)
        {
            var remedy = RejectedTypes.ShapedInstead(parameter.Type, type => TypeRules.Rejection(type, context.Compilation)) ?? rejection.Remedy;
            TypeRules.Reject(context, parameter, TypeRules.Subject(parameter), TypeNames.Message(parameter.Type), rejection with { Remedy = remedy });
        }

        return (ParameterKind.Value, TypeNames.Source(parameter.Type, context.Target));
    }

    private static (ParameterKind Kind, string NativeType) ReadText(SignatureContext context, IParameterSymbol parameter) =>
        (parameter.RefKind, MarshalAsRules.IsWide(context, parameter)) switch
        {
            (RefKind.None, false) => (ParameterKind.Text, "byte*"),
            (RefKind.None, true) => (ParameterKind.WideText, "char*"),
            (_, false) => (ParameterKind.OutText, "byte**"),
            (_, true) => (ParameterKind.OutWideText, "char**"),
        };

    private static (ParameterKind Kind, string NativeType) ReadHandle(SignatureContext context, IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.None)
        {
            return (ParameterKind.Handle, "nint");
        }

        HandleRules.CheckCreation(context, parameter, parameter.Type);
        return (ParameterKind.OutHandle, "nint*");
    }

    private static (ParameterKind Kind, string NativeType) ReadReference(SignatureContext context, IParameterSymbol parameter)
    {
        RejectUnlessBlittable(context, parameter, TypeRules.Subject(parameter), parameter.Type, InMessage(parameter.RefKind));
        var kind = parameter.RefKind == RefKind.Out ? ParameterKind.OutReference : ParameterKind.Reference;
        return (kind, TypeNames.Source(parameter.Type, context.Target) + "*");
    }

    private static (ParameterKind Kind, string NativeType) ReadElements(SignatureContext context, IParameterSymbol parameter, ParameterKind kind)
    {
        var element = parameter.Type.ElementType()!;
        RejectUnlessBlittable(context, parameter, $"An element of {TypeRules.Subject(parameter)}", element);
        return (kind, TypeNames.Source(element, context.Target) + "*");
    }

    private static void RejectUnlessBlittable(
        SignatureContext context, IParameterSymbol parameter, string subject, ITypeSymbol type, string modifier = "")
    {
        if (TypeRules.Rejection(type, context.Compilation) is { } rejection)
        {
            TypeRules.Reject(context, parameter, subject, modifier + TypeNames.Message(type), rejection);
        }
    }

    /// <summary>A modifier as messages name it, before the type.</summary>
    private static string InMessage(RefKind reference) => reference switch
    {
        RefKind.In => "in ",
        RefKind.Out => "out ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "ref ",
    };

    /// <summary>How the parameter is passed by reference, in what the consumer's language version supports.</summary>
    private static ReferenceKind Reference(IParameterSymbol parameter, TargetFacts target) => parameter.RefKind switch
    {
        RefKind.In => ReferenceKind.In,
        RefKind.Ref => ReferenceKind.Ref,
        RefKind.Out => ReferenceKind.Out,
        RefKind.RefReadOnlyParameter => target.LanguageVersion >= LanguageVersion.CSharp12 ? ReferenceKind.RefReadOnly : ReferenceKind.In,
        _ => ReferenceKind.None,
    };
}
