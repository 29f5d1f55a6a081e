using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>What the runtime's marshaller does with a delegate, and whether a signature does the same.</summary>
internal static class MarshallerRules
{
    /// <summary>What a delegate says of its marshalling; null if it says nothing.</summary>
    public static AttributeData? FunctionPointerAttribute(INamedTypeSymbol signature) =>
        signature.GetAttributes().Find(WellKnown.UnmanagedFunctionPointerAttribute);

    /// <summary>The convention by which the marshaller calls: what the delegate says, else the platform's own.</summary>
    public static CallingConvention Convention(INamedTypeSymbol signature) =>
        FunctionPointerAttribute(signature)?.ConstructorArguments.FirstOrDefault().Value is int declared
            ? (CallingConvention)declared
            : Refuses(signature) ? CallingConvention.Cdecl : CallingConvention.Winapi;

    /// <summary>Whether the marshaller throws for the delegate, so that there is no call of it to keep.</summary>
    public static bool Refuses(INamedTypeSymbol signature) => signature.IsGenericType;

    /// <summary>
    /// Whether each argument looks the same to native code. A string that does not say its encoding is in the system's
    /// code page on Windows.
    /// </summary>
    public static bool CrossesAlike(SignatureContext context) =>
        context.Signature.DelegateInvokeMethod?.Parameters.All(parameter =>
            parameter.Type.SpecialType != SpecialType.System_String
            || MarshalAsRules.Kind(context, parameter) == MarshalAsRules.Utf8) == true;
}
