using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>What may be declared as a signature, from where, and how often.</summary>
internal static class DeclarationRules
{
    /// <summary>Whether members can be written for the declaration. If not, a finding says why.</summary>
    public static bool AllowsMembers(SignatureContext context)
    {
        var signature = context.Signature;
        if (signature.IsUnboundGenericType)
        {
            context.Reject(Rules.OpenGeneric, TypeNames.Message(signature));
            return false;
        }

        if (!IsAccessible(signature) && !(context.Attribute is null && CanBeMadeInternal(signature, context.Compilation)))
        {
            context.Reject(
                Rules.Inaccessible,
                TypeNames.Message(signature),
                "is private, protected or local to its file",
                "make it and its containing types internal or public");
            return false;
        }

        // The compiler reports the second of two types with one name; the members of both would be in one class.
        if ((!context.IsForeign && !IsFirstOfItsName(signature)) || !GeneratedNames.Check(context))
        {
            return false;
        }

        if (context.Attribute is { } attribute && EarlierDeclaration(context, attribute) is { } earlier)
        {
            context.RejectAt(attribute, Rules.DeclaredTwice, TypeNames.Message(signature), earlier);
            return false;
        }

        return true;
    }

    /// <summary>Whether code outside the assembly can name the type.</summary>
    public static bool IsPublic(INamedTypeSymbol type) =>
        SelfAndContainers(type).All(static item => item.DeclaredAccessibility == Accessibility.Public);

    /// <summary>The attribute that declares a delegate as a signature for the code of this assembly; null if there is none.</summary>
    public static AttributeData? FindDeclaration(INamedTypeSymbol signature, Compilation compilation) =>
        signature.OriginalDefinition.GetAttributes().Find(WellKnown.NativeSignatureAttribute)
        ?? ForeignDeclarations.Friends(compilation)
            .Prepend(compilation.Assembly)
            .Select(assembly => ForeignDeclarations.First(assembly, signature))
            .FirstOrDefault(static declaration => declaration is not null);

    /// <summary>Whether the delegate itself should have the attribute, not the assembly.</summary>
    public static bool IsOwn(INamedTypeSymbol signature, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(signature.ContainingAssembly, compilation.Assembly) && !signature.IsGenericType;

    /// <summary>Whether using the type gives a warning, or an error.</summary>
    public static bool IsObsolete(INamedTypeSymbol type) =>
        SelfAndContainers(type).Any(static item => item.GetAttributes().Find(WellKnown.ObsoleteAttribute) is not null);

    /// <summary>
    /// Whether only its own modifier hides a delegate from generated code, so that it can be made internal.
    /// </summary>
    public static bool CanBeMadeInternal(INamedTypeSymbol signature, Compilation compilation) =>
        IsOwn(signature, compilation)
        && signature is { IsFileLocal: false, DelegateInvokeMethod: { } invoke, ContainingType: { } container }
        && !IsAccessible(signature)
        && IsAccessible(container)
        && invoke.Parameters.Select(static parameter => parameter.Type).Append(invoke.ReturnType)
            .All(static type => Pointee(type) is INamedTypeSymbol named && IsAccessible(named));

    /// <summary>Whether using the type is an error unless the using code is obsolete too.</summary>
    public static bool IsObsoleteAsError(INamedTypeSymbol type) =>
        SelfAndContainers(type).Any(static item =>
            item.GetAttributes().Find(WellKnown.ObsoleteAttribute)?.ConstructorArguments.Any(static argument => argument.Value is true) == true);

    /// <summary>Whether a generated class of the assembly can name the type, and its arguments.</summary>
    public static bool IsAccessible(INamedTypeSymbol type) =>
        SelfAndContainers(type).All(static item =>
            item.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && !item.IsFileLocal
            && item.TypeArguments.OfType<INamedTypeSymbol>().All(IsAccessible));

    /// <summary>Whether no other type was declared earlier in the same place with the name of the type, or of one that contains it.</summary>
    public static bool IsFirstOfItsName(INamedTypeSymbol type) => SelfAndContainers(type).All(static item =>
        ((INamespaceOrTypeSymbol)item.ContainingSymbol).GetTypeMembers(item.Name, item.Arity)
            .First(other => other.IsFileLocal == item.IsFileLocal).Equals(item.OriginalDefinition, SymbolEqualityComparer.Default));


    private static ITypeSymbol Pointee(ITypeSymbol type) => type is IPointerTypeSymbol pointer ? Pointee(pointer.PointedAtType) : type;

    /// <summary>The type and the types around it, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? item = type; item is not null; item = item.ContainingType)
        {
            yield return item;
        }
    }

    /// <summary>Where the same delegate is already declared, so that its members would be ambiguous.</summary>
    private static string? EarlierDeclaration(SignatureContext context, AttributeData declaration)
    {
        var signature = context.Signature;
        if (!context.IsForeign)
        {
            var first = signature.GetAttributes().Find(WellKnown.NativeSignatureAttribute);
            return IsSame(first, declaration) ? null : "on the delegate";
        }

        if (!signature.IsGenericType && signature.GetAttributes().Find(WellKnown.NativeSignatureAttribute) is not null)
        {
            return "on the delegate";
        }

        if (ForeignDeclarations.First(context.Compilation.Assembly, signature) is { } here && !IsSame(here, declaration))
        {
            return "in this assembly";
        }

        // If the delegate is only used here, the declaration itself may be in a friend assembly.
        var declaring = ForeignDeclarations.Friends(context.Compilation).FirstOrDefault(friend =>
            ForeignDeclarations.First(friend, signature) is { } other && !IsSame(other, declaration));
        return declaring is null ? null : $"in {declaring.Name}, whose internals are visible here";
    }

    private static bool IsSame(AttributeData? left, AttributeData right) =>
        ReferenceEquals(left, right)
        || (left?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == right.ApplicationSyntaxReference?.SyntaxTree
            && reference.Span == right.ApplicationSyntaxReference.Span);
}
