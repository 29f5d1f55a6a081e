using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>Whether the runtime chooses the layout of a struct. An attribute declares it in source, a flag in metadata.</summary>
internal static class StructLayouts
{
    public static bool IsAuto(INamedTypeSymbol structure, Compilation compilation)
    {
        var definition = structure.OriginalDefinition;
        return IsInSource(definition)
            ? Kind(definition) == LayoutKind.Auto
            : MetadataTables.IsAutoLayout(definition, compilation);
    }

    /// <summary>
    /// Whether the fields are laid out one after the other, as in C, as far as it is known: for structs in metadata it
    /// cannot.
    /// </summary>
    public static bool IsPlain(INamedTypeSymbol structure) =>
        IsInSource(structure.OriginalDefinition)
        && Kind(structure.OriginalDefinition) == LayoutKind.Sequential
        && Attribute(structure.OriginalDefinition)?.NamedArguments.IsEmpty != false;

    private static bool IsInSource(INamedTypeSymbol definition) => definition.Locations.Any(static location => location.IsInSource);

    private static LayoutKind Kind(INamedTypeSymbol definition) =>
        (LayoutKind)(Attribute(definition)?.ConstructorArguments.FirstOrDefault().Value
            switch { int kind => kind, short kind => kind, _ => (int)LayoutKind.Sequential });

    private static AttributeData? Attribute(INamedTypeSymbol definition) =>
        definition.GetAttributes().Find(WellKnown.StructLayoutAttribute);
}
