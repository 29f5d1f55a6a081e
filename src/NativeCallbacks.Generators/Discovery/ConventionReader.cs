using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The calling convention and the options of a call.</summary>
internal static class ConventionReader
{
    /// <summary>The convention, whether the transition is omitted, whether <c>errno</c> is captured.</summary>
    public static (NativeConvention Convention, bool SuppressesTransition, bool SetLastError) Read(SignatureContext context)
    {
        var name = TypeNames.Message(context.Signature);
        var convention = ReadConvention(context, name);
        var suppressesTransition = context.Attribute.Named(OptionNames.SuppressGCTransition, otherwise: false);
        var setLastError = SetsLastError(context.Signature, context.Attribute);
        if (suppressesTransition && !context.Target.HasExtensibleConventions)
        {
            context.Refuse(Rules.NotOnThisTarget, name, OptionNames.SuppressGCTransition, "target net5.0 or later, or remove it");
        }

        if (setLastError && !context.Target.HasLastSystemError)
        {
            context.Refuse(Rules.NotOnThisTarget, name, OptionNames.SetLastError, "target net6.0 or later, or remove it");
        }

        if (suppressesTransition && context.Signature.DelegateInvokeMethod!.Parameters.FirstOrDefault(parameter => TakesCallback(parameter, context.Compilation)) is { } callback)
        {
            context.RefuseAt(callback, Rules.CallbackWithoutTransition, name, callback.Name);
        }

        return (convention, suppressesTransition, setLastError);
    }

    /// <summary>Whether a declaration captures <c>errno</c>, itself or by <c>[UnmanagedFunctionPointer]</c>.</summary>
    public static bool SetsLastError(INamedTypeSymbol signature, AttributeData? declaration) =>
        declaration.Named(OptionNames.SetLastError, otherwise: false)
        || MarshallerRules.FunctionPointerAttribute(signature)?.Named(OptionNames.SetLastError, otherwise: false) == true;

    private static NativeConvention ReadConvention(SignatureContext context, string name)
    {
        var functionPointer = MarshallerRules.FunctionPointerAttribute(context.Signature);
        var understood = context.Attribute is null || functionPointer is not null
            ? MarshallerRules.Convention(context.Signature)
            : CallingConvention.Cdecl;
        var convention = (CallingConvention)context.Attribute.Named(OptionNames.CallingConvention, (int)understood);
        if (functionPointer is not null && convention != understood)
        {
            context.Refuse(Rules.CallingConvention, name, $"{convention} in [NativeSignature] and {understood} in [UnmanagedFunctionPointer]", "specify it in one place");
        }

        switch (convention)
        {
            case CallingConvention.Cdecl:
                return NativeConvention.Cdecl;
            case CallingConvention.StdCall:
                return NativeConvention.Stdcall;
            case CallingConvention.ThisCall:
                CheckObject(context, name);
                return NativeConvention.Thiscall;
            case CallingConvention.Winapi when context.Target.HasExtensibleConventions:
                return NativeConvention.Winapi;
            case CallingConvention.Winapi:
                context.Refuse(Rules.NotOnThisTarget, name, "CallingConvention.Winapi", "specify Cdecl or StdCall");
                return NativeConvention.Cdecl;
            default:
                context.Refuse(Rules.CallingConvention, name, $"{convention}, which the runtime cannot call", "use Cdecl, StdCall, ThisCall or Winapi");
                return NativeConvention.Cdecl;
        }
    }

    /// <summary>The runtime throws at the call if the first argument of <c>ThisCall</c> is a struct, a float, or missing.</summary>
    private static void CheckObject(SignatureContext context, string name)
    {
        var first = context.Signature.DelegateInvokeMethod!.Parameters.FirstOrDefault();
        if (first is null || !CrossesAsInteger(first))
        {
            var fact = first is null ? "there is no parameter" : $"'{first.Name}' is '{TypeNames.Message(first.Type)}'";
            context.Refuse(Rules.CallingConvention, name, $"ThisCall, whose first argument is the address of an object, but {fact}", "declare 'nint self' as the first parameter, or use Cdecl");
        }
    }

    /// <summary>Whether an argument becomes an integer or a pointer.</summary>
    private static bool CrossesAsInteger(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None
        || parameter.Type.ElementType() is not null
        || parameter.Type.Is(WellKnown.NativeCallback)
        || parameter.Type.Is(WellKnown.Utf8Pointer)
        || HandleRules.IsHandle(parameter.Type)
        || parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean
        || parameter.Type.TypeKind is TypeKind.Enum or TypeKind.Pointer or TypeKind.FunctionPointer
        || Integers.Find(parameter.Type) is not null;

    private static bool TakesCallback(IParameterSymbol parameter, Compilation compilation)
    {
        var type = parameter.Type.ElementType() ?? parameter.Type;
        return TypeRules.Refusal(type, compilation) is null && TypeRules.HoldsCallback(type);
    }
}
