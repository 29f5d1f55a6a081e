using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>Callback parameters that native code uses only while the call runs, so that a delegate can be passed for them.</summary>
internal static class CallScopedReader
{
    /// <summary>Reads the attribute; null if the parameter has none, or one that a finding rejects.</summary>
    public static CallScopedModel? Read(SignatureContext context, IParameterSymbol parameter)
    {
        if (parameter.GetAttributes().Find(WellKnown.CallScopedAttribute) is null)
        {
            return null;
        }

        if (Problem(context, parameter) is { } problem)
        {
            context.RejectAt(parameter, Rules.CallScoped, parameter.Name, problem.Reason, problem.Remedy);
            return null;
        }

        // Without members of the handler's own signature, about which there is a diagnostic, there is nothing to call.
        var handler = Handler(parameter.Type)!;
        var declaration = DeclarationRules.FindDeclaration(handler, context.Compilation)!;
        if (!DeclarationRules.AllowsMembers(new SignatureContext(handler, declaration, IsForeign(declaration), context.Compilation)))
        {
            return null;
        }

        return new CallScopedModel(TypeNames.Source(handler, context.Target), TypeNames.MetadataName(handler));
    }

    /// <summary>Whether a parameter of a delegate could have the attribute: only the user knows whether native code uses it no longer than the call.</summary>
    public static bool CanBeMarked(IParameterSymbol parameter, Compilation compilation) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke, ContainingType: var signature }
        && parameter.GetAttributes().Find(WellKnown.CallScopedAttribute) is null
        && DeclarationRules.FindDeclaration(signature, compilation) is { } declaration
        && parameter.Type.Is(WellKnown.NativeCallback)
        && Handler(parameter.Type) is not null
        && !signature.DelegateInvokeMethod!.Parameters.Any(static other => other.Type.Is(WellKnown.NativeCallback) && IsDestroyFunction(Handler(other.Type)))
        && Problem(new SignatureContext(signature, declaration, isForeign: false, compilation), parameter) is null;

    /// <summary>Whether native code that takes such a function keeps its other arguments: <c>void (*)(void *)</c>.</summary>
    private static bool IsDestroyFunction(INamedTypeSymbol? signature) =>
        signature?.DelegateInvokeMethod is { ReturnsVoid: true, Parameters: { Length: 1 } parameters } && UserDataReader.CanBeContext(parameters[0].Type);

    private static (string Reason, string Remedy)? Problem(SignatureContext context, IParameterSymbol parameter)
    {
        if (!parameter.Type.Is(WellKnown.NativeCallback) || parameter.RefKind != RefKind.None)
        {
            return ("it is not a NativeCallback<T> that is passed by value", "remove [CallScoped]");
        }

        if (Handler(parameter.Type) is not { TypeKind: TypeKind.Delegate } handler)
        {
            return ("its signature is not known", "name a delegate that is declared as a signature");
        }

        if (!context.Option(OptionNames.ThrowsFaults, otherwise: true))
        {
            return ("with ThrowsFaults = false, nobody could see an exception of its handler", "remove ThrowsFaults or [CallScoped]");
        }

        if (DeclarationRules.FindDeclaration(handler, context.Compilation) is not { } declaration || (handler.IsGenericType && !IsForeign(declaration)))
        {
            return ($"'{TypeNames.Message(handler)}' is not declared as a signature", "add [NativeSignature] to that delegate");
        }

        if (UpcallReader.Obstacle(handler, declaration) is { } obstacle)
        {
            return ($"'{TypeNames.Message(handler)}' cannot have handlers ({obstacle.Reason})", obstacle.Remedy);
        }

        return UserDataReader.OwnContext(handler) is not null && !UserDataReader.HasContext(context.Invoke, parameter)
            ? (
                $"its signature has a context argument, and no parameter of '{context.Name}' is the context of only '{parameter.Name}'",
                $"add [UserData(nameof({parameter.Name}))] to that parameter; several callbacks with one context need a CallbackState<T>")
            : null;
    }

    private static bool IsForeign(AttributeData declaration) => declaration.ConstructorArguments.Length > 0;

    private static INamedTypeSymbol? Handler(ITypeSymbol callback) => ((INamedTypeSymbol)callback).TypeArguments[0] as INamedTypeSymbol;
}
