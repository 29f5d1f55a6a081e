using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// Whether the names in generated code refer to what they should. It refers to each type by its full name, starting with <c>global::</c>, and adds a
/// class to namespace <c>NativeCallbacks</c>.
/// </summary>
internal sealed class GeneratedNames
{
    private const string Library = "NativeCallbacks";

    /// <summary>Keywords that are also possible names of types.</summary>
    private static readonly string[] Keywords = ["var", "nint", "nuint"];

    // Weak, like the names that attributes of the assembly declare.
    private static readonly ConditionalWeakTable<Compilation, GeneratedNames> Known = new();

    private readonly Compilation _compilation;
    private readonly INamespaceSymbol? _ownLibrary;
    private readonly bool _hasAliases;

    private GeneratedNames(Compilation compilation)
    {
        _compilation = compilation;
        _ownLibrary = compilation.Assembly.GlobalNamespace.GetMembers(Library).OfType<INamespaceSymbol>().FirstOrDefault();
        _hasAliases = compilation.References.Any(static reference => !IsGlobal(reference));
        Taken = FindTaken();
    }

    /// <summary>The symbol of the project that hides a name that all generated code uses; null if there is none.</summary>
    private INamespaceOrTypeSymbol? Taken { get; }

    /// <summary>Whether no symbol of the project hides a name that all generated code uses, stubs included.</summary>
    public static bool AreFree(Compilation compilation) => Of(compilation).Taken is null;

    /// <summary>Whether generated code can be written. If not, a finding says why.</summary>
    public static bool Check(SignatureContext context)
    {
        var names = Of(context.Compilation);
        if (names.Taken is { } taken)
        {
            Reject(taken, "has a name");
            return false;
        }

        var className = ReservedNames.ClassName(TypeNames.MetadataName(context.Signature));
        if (names.FindMember(className) is { } same)
        {
            Reject(same, $"has the name of the class of '{TypeNames.Message(context.Signature)}'");
            return false;
        }

        if (Types(context).Select(names.FindUnreachable).FirstOrDefault(static type => type is not null) is { } unreachable)
        {
            var isHidden = names.IsHidden(unreachable);
            context.Reject(
                Rules.Inaccessible,
                TypeNames.Message(unreachable),
                isHidden ? "is hidden by a type of this project with the same name" : "is behind an extern alias",
                isHidden ? "rename the type of this project, or declare a delegate without it" : "add 'global' to the aliases of the reference, or declare a delegate without it");
            return false;
        }

        return true;

        void Reject(ISymbol culprit, string fact) => context.Reject(
            Rules.ReservedName, $"The {(culprit is ITypeSymbol ? "type" : "namespace")} '{culprit.ToDisplayString()}'", fact);
    }

    private static GeneratedNames Of(Compilation compilation) => Known.GetValue(compilation, static item => new GeneratedNames(item));

    /// <summary>A type whose name would be a keyword in generated code; null for none.</summary>
    public static INamedTypeSymbol? FindKeyword(INamespaceOrTypeSymbol scope) =>
        Keywords.SelectMany(keyword => scope.GetTypeMembers(keyword, 0)).FirstOrDefault();

    /// <summary>The types that generated code names.</summary>
    private static IEnumerable<ITypeSymbol> Types(SignatureContext context)
    {
        return new ITypeSymbol?[] { context.Attribute?.AttributeClass, context.Signature, context.Invoke?.ReturnType }
            .Concat(context.Invoke?.Parameters.Select(static parameter => parameter.Type) ?? [])
            .OfType<ITypeSymbol>();
    }

    private INamespaceOrTypeSymbol? FindTaken()
    {
        var global = _compilation.Assembly.GlobalNamespace;
        var library = _compilation.GetTypeByMetadataName(WellKnown.NativeCallback)?.ContainingAssembly;
        return (INamespaceOrTypeSymbol?)global.GetTypeMembers("System", 0).Concat(global.GetTypeMembers(Library, 0)).FirstOrDefault()
            ?? FindKeyword(global)
            ?? (_ownLibrary is null ? null : FindKeyword(_ownLibrary))
            ?? _ownLibrary?.GetMembers().OfType<INamespaceOrTypeSymbol>().FirstOrDefault(member => Hides(member, library));
    }

    /// <summary>Whether a type or a namespace of the project has, in namespace <c>NativeCallbacks</c>, the name of something else in the library.</summary>
    private bool Hides(INamespaceOrTypeSymbol own, IAssemblySymbol? library) =>
        library is not null
        && !SymbolEqualityComparer.Default.Equals(library, _compilation.Assembly)
        && !(own is INamedTypeSymbol type && IsGenerated(type))
        && library.GlobalNamespace.GetMembers(Library).OfType<INamespaceSymbol>().SelectMany(space => space.GetMembers(own.Name))
            .Where(static theirs => theirs is INamespaceSymbol || theirs.DeclaredAccessibility == Accessibility.Public).Any(theirs => (own, theirs) switch
        {
            (INamedTypeSymbol left, INamedTypeSymbol right) => left.Arity == right.Arity,
            (INamedTypeSymbol left, _) => left.Arity == 0,
            (_, INamedTypeSymbol right) => right.Arity == 0,
            _ => false,
        });

    /// <summary>The project's own symbol of that name in the namespace <c>NativeCallbacks</c>; null if there is none.</summary>
    private INamespaceOrTypeSymbol? FindMember(string className) => _ownLibrary?.GetMembers(className)
        .OfType<INamespaceOrTypeSymbol>()
        .FirstOrDefault(static member => member is INamespaceSymbol || (member is INamedTypeSymbol { Arity: 0 } type && !IsGenerated(type)));

    /// <summary>Analyzers also see the generated code.</summary>
    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.GetAttributes().Find(WellKnown.GeneratedCodeAttribute)?.ConstructorArguments.FirstOrDefault().Value is ReservedNames.Generator;

    /// <summary>The first type among a type and its parts whose full name is not found, or finds another type; null if there is none.</summary>
    private INamedTypeSymbol? FindUnreachable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => FindUnreachable(array.ElementType),
        IPointerTypeSymbol pointer => FindUnreachable(pointer.PointedAtType),
        IFunctionPointerTypeSymbol { Signature: var function } =>
            function.Parameters.Select(static parameter => parameter.Type).Append(function.ReturnType).Select(FindUnreachable).FirstOrDefault(static found => found is not null),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named => IsReachable(named)
            ? named.TypeArguments.Select(FindUnreachable).FirstOrDefault(static found => found is not null)
                ?? (named.ContainingType is { } container ? FindUnreachable(container) : null)
            : named,
        _ => null,
    };

    private bool IsReachable(INamedTypeSymbol type) =>
        (type.SpecialType != SpecialType.None && !type.IsGenericType)
        || type.ContainingAssembly is not { } assembly
        || SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly)
        || (!IsHidden(type) && (!_hasAliases || _compilation.GetMetadataReference(assembly) is not { } reference || IsGlobal(reference)));

    private bool IsHidden(INamedTypeSymbol type) =>
        _compilation.Assembly.GetTypeByMetadataName(TypeNames.MetadataName(type.OriginalDefinition)) is { } own
        && !SymbolEqualityComparer.Default.Equals(own, type.OriginalDefinition);

    private static bool IsGlobal(MetadataReference reference) =>
        reference.Properties.Aliases.IsDefaultOrEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias);
}
