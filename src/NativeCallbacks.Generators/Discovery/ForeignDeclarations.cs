using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// The delegates that attributes of an assembly declare as signatures, by name. Read once for each assembly: if each signature
/// searched all of them, a thousand signatures would take a hundred times as long as a hundred.
/// </summary>
internal sealed class ForeignDeclarations
{
    // Weak: an assembly in source lives as long as its compilation, and so does what is known about it.
    private static readonly ConditionalWeakTable<IAssemblySymbol, ForeignDeclarations> Known = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<IAssemblySymbol>> KnownFriends = new();

    private readonly Dictionary<string, AttributeData> _firstByName = [];

    private ForeignDeclarations(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass.Is(WellKnown.NativeSignatureAttribute)
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is INamedTypeSymbol signature
                && !_firstByName.ContainsKey(TypeNames.MetadataName(signature)))
            {
                _firstByName.Add(TypeNames.MetadataName(signature), attribute);
            }
        }
    }

    /// <summary>
    /// The first attribute of an assembly that declares a delegate; null if there is none. By name, as generated files and classes
    /// are: <c>nint</c> is another symbol than <c>IntPtr</c>, but no other type.
    /// </summary>
    public static AttributeData? First(IAssemblySymbol assembly, INamedTypeSymbol signature) =>
        Known.GetValue(assembly, static item => new ForeignDeclarations(item))
            ._firstByName.TryGetValue(TypeNames.MetadataName(signature), out var attribute) ? attribute : null;

    /// <summary>The referenced assemblies whose internals the compilation sees, and so their declarations.</summary>
    public static IReadOnlyList<IAssemblySymbol> Friends(Compilation compilation) =>
        KnownFriends.GetValue(compilation.Assembly, _ => compilation.SourceModule.ReferencedAssemblySymbols
            .Where(friend => friend.GivesAccessTo(compilation.Assembly))
            .ToImmutableArray());
}
