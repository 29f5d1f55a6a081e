using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>One parameter: how it crosses, and as what.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(SignatureContext context, IParameterSymbol parameter)
    {
        var type = parameter.Type;
        if (!type.IsSpan() || parameter.RefKind != RefKind.None)
        {
            ShapeReader.RefuseShape(context, parameter);
        }

        var (kind, native) = parameter.RefKind != RefKind.None
            ? ReadReference(context, parameter)
            : type switch
            {
                _ when type.IsSpan() => ReadSpan(context, parameter),
                _ when type.Is(WellKnown.NativeCallback) => (ParameterKind.Callback, "nint"),
                { SpecialType: SpecialType.System_Boolean } => (ParameterKind.Boolean, BooleanReader.Read(context, parameter, parameter.GetAttributes())),
                { SpecialType: SpecialType.System_String } => (ParameterKind.Text, "byte*"),
                _ => ReadValue(context, parameter),
            };
        if (kind != ParameterKind.Boolean)
        {
            MarshalAsRules.Check(context, parameter, parameter.GetAttributes(), kind == ParameterKind.Text);
        }

        return new ParameterModel(
            parameter.Name,
            kind,
            Modifier(parameter),
            TypeNames.Source(type, context.Target),
            native,
            kind == ParameterKind.Span ? ShapeReader.Read(context, parameter) : null,
            parameter.RefKind == RefKind.Out ? null : Integers.Find(type),
            kind == ParameterKind.Callback ? UserDataReader.ContextOf(context, parameter) : null,
            parameter.HasExplicitDefaultValue);
    }

    private static (ParameterKind Kind, string NativeType) ReadValue(SignatureContext context, IParameterSymbol parameter)
    {
        RefuseUnlessBlittable(context, parameter, parameter.Type);
        return (ParameterKind.Value, TypeNames.Source(parameter.Type, context.Target));
    }

    private static (ParameterKind Kind, string NativeType) ReadReference(SignatureContext context, IParameterSymbol parameter)
    {
        RefuseUnlessBlittable(context, parameter, parameter.Type);
        var kind = parameter.RefKind == RefKind.Out ? ParameterKind.OutReference : ParameterKind.Reference;
        return (kind, TypeNames.Source(parameter.Type, context.Target) + "*");
    }

    private static (ParameterKind Kind, string NativeType) ReadSpan(SignatureContext context, IParameterSymbol parameter)
    {
        var element = ((INamedTypeSymbol)parameter.Type).TypeArguments[0];
        RefuseUnlessBlittable(context, parameter, element);
        return (ParameterKind.Span, TypeNames.Source(element, context.Target) + "*");
    }

    private static void RefuseUnlessBlittable(SignatureContext context, IParameterSymbol parameter, ITypeSymbol type)
    {
        if (BlittableTypes.Refusal(type, context.Compilation) is { } refusal)
        {
            TypeRules.Refuse(context, parameter, $"'{parameter.Name}'", type, refusal);
        }
    }

    private static string Modifier(IParameterSymbol parameter)
    {
        var scoped = parameter is { ScopedKind: not ScopedKind.None, RefKind: not RefKind.Out, IsParams: false } ? "scoped " : "";
        return scoped + parameter.RefKind switch
        {
            RefKind.In => "in ",
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
    }
}
