using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The other direction: whether native code can call handlers of the signature, and how.</summary>
internal static class UpcallReader
{
    /// <summary>How native code calls handlers; null if <see cref="Obstacle(INamedTypeSymbol, AttributeData)"/> says why it cannot.</summary>
    public static UpcallModel? Read(SignatureContext context, ResultModel result)
    {
        UserDataReader.Check(context);
        var faultResult = FaultResultReader.Read(context, result);
        if (Obstacle(context.Signature, context.Attribute) is not null)
        {
            return null;
        }

        var own = CanBeStatic(context.Signature, context.Target) ? UserDataReader.OwnContext(context.Signature)?.Name : null;
        return new UpcallModel(own, faultResult);
    }

    /// <summary>Whether native code can call static methods of the signature; elsewhere each handler has a thunk of its own.</summary>
    public static bool CanBeStatic(INamedTypeSymbol signature, TargetFacts target) => CanBeStatic(signature.DelegateInvokeMethod!, target);

    /// <inheritdoc cref="CanBeStatic(INamedTypeSymbol, TargetFacts)"/>
    public static bool CanBeStatic(IMethodSymbol invoke, TargetFacts target) => target.HasUnmanagedCallersOnly
        && (target.HasGenericUnmanagedCallersOnly || !PassesGenericStruct(invoke));

    private static bool PassesGenericStruct(IMethodSymbol invoke) =>
        IsGenericStruct(invoke.ReturnType)
        || invoke.Parameters.Any(static parameter => parameter.RefKind == RefKind.None && IsGenericStruct(parameter.Type));

    /// <summary>Whether a type crosses as a generic struct, and not as a pointer.</summary>
    private static bool IsGenericStruct(ITypeSymbol type) =>
        type is ITypeParameterSymbol or INamedTypeSymbol { IsGenericType: true, TypeKind: TypeKind.Struct }
        && !type.IsSpan() && !type.IsTensor() && !type.Is(WellKnown.NativeCallback);

    /// <summary>Why a signature cannot have handlers, and the remedy; null if it can.</summary>
    public static (string Reason, string Remedy)? Obstacle(INamedTypeSymbol signature, AttributeData? declaration)
    {
        if (declaration.Named(OptionNames.SuppressGCTransition, otherwise: false))
        {
            return ("its calls suppress the GC transition, so they must not run managed code", "remove SuppressGCTransition");
        }

        return Obstacle(signature.DelegateInvokeMethod!);
    }

    /// <summary>Why the parameters or the result of a function cannot be those of a handler, and the remedy; null if they can.</summary>
    public static (string Reason, string Remedy)? Obstacle(IMethodSymbol invoke) =>
        ResultObstacle(invoke.ReturnType) ?? invoke.Parameters.Select(ParameterObstacle).FirstOrDefault(static obstacle => obstacle is not null);

    private static (string Reason, string Remedy)? ResultObstacle(ITypeSymbol result) => result switch
    {
        { SpecialType: SpecialType.System_String } => ("nobody would own the text that a handler returns", "return Utf8Pointer"),
        _ when HandleRules.IsHandle(result) => ("a handler would return a handle that its object still owns", "return nint"),
        _ => null,
    };

    private static (string Reason, string Remedy)? ParameterObstacle(IParameterSymbol parameter) => parameter switch
    {
        _ when parameter.GetAttributes().Find(WellKnown.UncheckedShapeAttribute) is not null =>
            ($"a handler could not know the length of '{parameter.Name}'", "add a [Shape] to it"),
        { RefKind: RefKind.Out, Type.SpecialType: SpecialType.System_String } =>
            ($"nobody would own the text that a handler writes to '{parameter.Name}'", "declare it as Utf8Pointer"),
        _ when parameter.Type.IsSpanOfTexts() =>
            ($"a handler would get a copy of all strings of '{parameter.Name}' at each call", "declare it as ReadOnlySpan<Utf8Pointer>"),
        _ when HandleRules.IsHandle(parameter.Type) =>
            ($"a handler would not own the handle '{parameter.Name}'", "declare it as nint"),
        _ => null,
    };
}
