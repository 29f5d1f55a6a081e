using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// A signature has no type parameters: generated calls need concrete types, so that the JIT can inline them. Stubs of a rejected one
/// still name them.
/// </summary>
internal static class GenericRules
{
    public static void Check(SignatureContext context)
    {
        if (Open(context.Signature).Count > 0)
        {
            context.Reject(Rules.OpenGeneric, TypeNames.Message(context.Signature));
        }
    }

    public static EquatableArray<TypeParameterModel> TypeParameters(INamedTypeSymbol signature, TargetFacts target) =>
        Open(signature)
            .Select(parameter => new TypeParameterModel(parameter.Name, Constraints(parameter, target).ToEquatableArray()))
            .ToEquatableArray();

    private static List<string> Constraints(ITypeParameterSymbol parameter, TargetFacts target)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add("class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(type => TypeNames.Source(type, target)));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return constraints;
    }

    /// <summary>Whether a type contains a type parameter.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } container && IsOpen(container)),
        _ => false,
    };

    /// <summary>The type parameters of the delegate and of the types around it, outermost first.</summary>
    private static List<ITypeParameterSymbol> Open(INamedTypeSymbol signature) =>
        DeclarationRules.SelfAndContainers(signature)
            .Reverse()
            .SelectMany(static type => type.TypeArguments.OfType<ITypeParameterSymbol>())
            .ToList();
}
