using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The context arguments: that of the signature's own function, and those of its callback parameters.</summary>
internal static class UserDataReader
{
    /// <summary>The parameter that carries the identity of the signature's own function; null if there is none.</summary>
    public static IParameterSymbol? OwnContext(INamedTypeSymbol signature) =>
        signature.DelegateInvokeMethod is { } invoke ? OwnContext(invoke) : null;

    /// <inheritdoc cref="OwnContext(INamedTypeSymbol)"/>
    public static IParameterSymbol? OwnContext(IMethodSymbol invoke) =>
        invoke.Parameters.FirstOrDefault(static parameter => Attribute(parameter) is { } attribute && CallbackName(attribute) is null);

    /// <summary>Whether a value can be the context of a callback, marked or not: it is as wide as a pointer.</summary>
    public static bool CanBeContext(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr || type.TypeKind == TypeKind.Pointer;

    /// <summary>Whether a signature has a context argument for one of its callback parameters.</summary>
    public static bool HasContext(IMethodSymbol invoke, IParameterSymbol callback) =>
        invoke.Parameters.Any(parameter => OwnerOfContext(parameter) == callback.Name);

    /// <summary>The callback parameter that a parameter is the context of; null if it is none, or the signature's own.</summary>
    public static string? OwnerOfContext(IParameterSymbol parameter) => Attribute(parameter) is { } attribute ? CallbackName(attribute) : null;

    /// <summary>Whether a parameter of a static method takes the state that a context argument of native code belongs to.</summary>
    public static bool TakesState(IParameterSymbol own, IParameterSymbol native) =>
        CanTakeState(own, native) && Attribute(own) is { } attribute && CallbackName(attribute) is null;

    /// <summary>Whether a parameter would take the state if it were marked.</summary>
    public static bool CanTakeState(IParameterSymbol own, IParameterSymbol native) =>
        own is { RefKind: RefKind.None, Type: { IsReferenceType: true, TypeKind: not (TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error) } }
        && Attribute(native) is { } attribute
        && CallbackName(attribute) is null;

    /// <summary>Rejects context arguments that are not valid.</summary>
    public static void Check(SignatureContext context)
    {
        var own = OwnContext(context.Invoke);
        foreach (var (parameter, name) in Contexts(context))
        {
            var callback = context.Invoke.Parameters.FirstOrDefault(item => item.Name == name);
            var (problem, remedy) = (parameter, callback) switch
            {
                _ when parameter.RefKind != RefKind.None => ("it is passed by reference", "use nint or void*, by value"),
                _ when !IsPointerSized(parameter.Type) => ($"it is '{TypeNames.Message(parameter.Type)}'", "use nint or void*, by value"),
                _ when name is null && !SymbolEqualityComparer.Default.Equals(parameter, own) =>
                    ($"'{own!.Name}' is already the context argument", "keep one of them, or name the callback that this one belongs to"),
                _ when name is null => ("", ""),
                (_, null) => ($"'{name}' is not a parameter", "name a NativeCallback<T> parameter of the delegate"),
                _ when !callback.Type.Is(WellKnown.NativeCallback) =>
                    ($"'{name}' is '{TypeNames.Message(callback.Type)}'", "name a NativeCallback<T> parameter of the delegate"),
                _ when callback.RefKind != RefKind.None => ($"'{name}' is passed by reference", "pass the callback by value"),
                _ when ((INamedTypeSymbol)callback.Type).TypeArguments[0] is not INamedTypeSymbol signature || OwnContext(signature) is null =>
                    ($"the signature of '{name}' has no [UserData] parameter", "mark the parameter of that signature that receives the context"),
                _ when Contexts(context).First(item => item.Callback == name).Parameter.Name != parameter.Name =>
                    ($"'{name}' already has a context argument", "keep one of them"),
                _ => ("", ""),
            };
            if (problem.Length > 0)
            {
                context.RejectAt(parameter, Rules.UserData, parameter.Name, problem, remedy);
            }
        }
    }

    private static (IParameterSymbol Parameter, string? Callback)[] Contexts(SignatureContext context) =>
        context.Invoke.Parameters
            .Select(static parameter => (Parameter: parameter, Attribute: Attribute(parameter)))
            .Where(static item => item.Attribute is not null)
            .Select(static item => (item.Parameter, CallbackName(item.Attribute!)))
            .ToArray();

    private static AttributeData? Attribute(IParameterSymbol parameter) => parameter.GetAttributes().Find(WellKnown.UserDataAttribute);

    private static string? CallbackName(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value as string;

    private static bool IsPointerSized(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_IntPtr
        || type is IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void };
}
