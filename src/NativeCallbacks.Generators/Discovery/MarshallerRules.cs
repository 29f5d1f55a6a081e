using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>How the runtime's marshaller calls a delegate, and whether a signature does the same.</summary>
internal static class MarshallerRules
{
    /// <summary>The marshalling that a delegate declares; null if it declares none.</summary>
    public static AttributeData? FunctionPointerAttribute(INamedTypeSymbol signature) =>
        signature.GetAttributes().Find(WellKnown.UnmanagedFunctionPointerAttribute);

    /// <summary>The convention that the marshaller uses: that of the delegate's declaration, otherwise the platform's default.</summary>
    public static CallingConvention Convention(INamedTypeSymbol signature) =>
        FunctionPointerAttribute(signature)?.ConstructorArguments.FirstOrDefault().Value is int declared
            ? (CallingConvention)declared
            : Rejects(signature) ? CallingConvention.Cdecl : CallingConvention.Winapi;

    /// <summary>Whether the marshaller throws for the delegate, so that no working call exists.</summary>
    public static bool Rejects(INamedTypeSymbol signature) => signature.IsGenericType;

    /// <summary>
    /// Whether each argument looks the same to native code. A string without a declared encoding is in the system's
    /// code page on Windows, and the marshaller frees text that it gets from native code.
    /// </summary>
    public static bool CrossesAlike(SignatureContext context) =>
        context.Invoke is { } invoke
        && invoke.ReturnType.SpecialType != SpecialType.System_String
        && invoke.Parameters.All(parameter => (parameter.Type.SpecialType != SpecialType.System_String || IsAlike(context, parameter)) && !parameter.Type.IsSpanOfTexts());

    private static bool IsAlike(SignatureContext context, IParameterSymbol text) =>
        text.RefKind == RefKind.None && MarshalAsRules.Kind(context, text) is MarshalAsRules.Utf8 or UnmanagedType.LPWStr;
}
