using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The calling convention and the options of a call.</summary>
internal static class ConventionReader
{
    /// <summary>The convention, whether the transition is omitted, whether <c>errno</c> is captured, whether faults are thrown.</summary>
    public static (NativeConvention Convention, bool SuppressesTransition, bool SetLastError, bool ThrowsFaults) Read(SignatureContext context)
    {
        var name = context.Name;
        var convention = ReadConvention(context, name);
        var suppressesTransition = context.Option(OptionNames.SuppressGCTransition, otherwise: false);
        var setLastError = context.Option(OptionNames.SetLastError, otherwise: false) || SetsLastError(context.Signature, context.Attribute);
        if (suppressesTransition && !context.Target.HasExtensibleConventions)
        {
            context.Reject(Rules.NotOnThisTarget, name, OptionNames.SuppressGCTransition, "target net5.0 or later, or remove it");
        }

        if (setLastError && !context.Target.HasLastSystemError)
        {
            context.Reject(Rules.NotOnThisTarget, name, OptionNames.SetLastError, "target net6.0 or later, or remove it");
        }

        if (suppressesTransition && context.Invoke.Parameters.FirstOrDefault(parameter => TakesCallback(parameter, context.Compilation)) is { } callback)
        {
            context.RejectAt(callback, Rules.CallbackWithoutTransition, name, callback.Name);
        }

        return (convention, suppressesTransition, setLastError, !suppressesTransition && context.Option(OptionNames.ThrowsFaults, otherwise: true));
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
        var convention = (CallingConvention)context.Option(OptionNames.CallingConvention, (int)understood);
        if (functionPointer is not null && convention != understood)
        {
            context.Reject(Rules.CallingConvention, name, $"{convention} in [NativeSignature] and {understood} in [UnmanagedFunctionPointer]", "specify it in one place");
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
                context.Reject(Rules.NotOnThisTarget, name, "CallingConvention.Winapi", "specify Cdecl or StdCall");
                return NativeConvention.Cdecl;
            default:
                context.Reject(Rules.CallingConvention, name, $"{convention}, which the runtime cannot call", "use Cdecl, StdCall, ThisCall or Winapi");
                return NativeConvention.Cdecl;
        }
    }

    /// <summary>
    /// The first argument of <c>ThisCall</c> is passed in a register. If it is a struct, a float, or missing, the runtime throws at
    /// the call; an integer of 8 bytes does not fit the register on 32-bit Windows, and the callee gets another value.
    /// </summary>
    private static void CheckObject(SignatureContext context, string name)
    {
        var first = context.Invoke.Parameters.FirstOrDefault();
        if (context.TakesInstance)
        {
            return;
        }

        if (first is null || !FitsARegister(first))
        {
            var fact = first is null ? "there is no parameter" : $"'{first.Name}' is '{TypeNames.Message(first.Type)}'{(IsInteger(first.Type) ? ", which is wider than an address on 32-bit platforms" : "")}";
            context.Reject(Rules.CallingConvention, name, $"ThisCall, whose first argument is the address of an object, but {fact}", "declare 'nint self' as the first parameter, or use Cdecl");
        }
    }

    /// <summary>Whether an argument becomes a pointer, or an integer that is not wider than a pointer on any platform.</summary>
    private static bool FitsARegister(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None
        || parameter.Type.ElementType() is not null
        || parameter.Type.Is(WellKnown.NativeCallback)
        || parameter.Type.Is(WellKnown.Utf8Pointer)
        || HandleRules.IsHandle(parameter.Type)
        || parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean
        || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
        || IsNotWiderThanAPointer(parameter.Type);

    private static bool IsNotWiderThanAPointer(ITypeSymbol type) =>
        IsInteger(type) && Underlying(type).SpecialType is not (SpecialType.System_Int64 or SpecialType.System_UInt64);

    private static bool IsInteger(ITypeSymbol type) => Integers.Find(Underlying(type)) is not null;

    private static ITypeSymbol Underlying(ITypeSymbol type) => (type as INamedTypeSymbol)?.EnumUnderlyingType ?? type;

    private static bool TakesCallback(IParameterSymbol parameter, Compilation compilation)
    {
        var type = parameter.Type.ElementType() ?? parameter.Type;
        return TypeRules.Rejection(type, compilation) is null && TypeRules.HoldsCallback(type);
    }
}
