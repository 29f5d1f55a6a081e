using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>Safe handles: which types they are, and whether a call can create one.</summary>
internal static class HandleRules
{
    /// <summary>Whether a type is <c>SafeHandle</c> or derived from it.</summary>
    public static bool IsHandle(ITypeSymbol type)
    {
        for (var current = type.TypeKind == TypeKind.Class ? type : null; current is not null; current = current.BaseType)
        {
            if (current.Is(WellKnown.SafeHandle))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Rejects a handle that generated code cannot create: an <c>out</c> parameter, or the result for null.</summary>
    public static void CheckCreation(SignatureContext context, IParameterSymbol? parameter, ITypeSymbol type)
    {
        if (!context.Target.HasInitHandle)
        {
            context.RejectAt(
                parameter,
                Rules.NotOnThisTarget,
                TypeNames.Message(context.Signature),
                parameter is null ? "a safe handle as its result" : $"the safe handle '{parameter.Name}' as an 'out' parameter",
                "target net6.0 or later, or use nint");
        }
        else if (type.IsAbstract)
        {
            Reject("is abstract", "use a type derived from it");
        }
        else if (!((INamedTypeSymbol)type).InstanceConstructors.Any(constructor =>
            constructor.Parameters.IsEmpty && context.Compilation.IsSymbolAccessibleWithin(constructor, context.Compilation.Assembly)))
        {
            Reject("has no constructor without parameters that generated code can call", "add a public or internal one");
        }

        void Reject(string fact, string remedy) =>
            context.RejectAt(parameter, Rules.HandleCreation, TypeRules.Subject(parameter), TypeNames.Message(type), fact, remedy);
    }
}
