using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>Whether a struct leaves its layout to the runtime. In source an attribute says so, in metadata a flag.</summary>
internal static class StructLayouts
{
    public static bool IsAuto(INamedTypeSymbol structure, Compilation compilation)
    {
        var definition = structure.OriginalDefinition;
        if (definition.Locations.Any(static location => location.IsInSource))
        {
            return definition.GetAttributes().Find(WellKnown.StructLayoutAttribute)?.ConstructorArguments.FirstOrDefault().Value
                switch { int kind => kind, short kind => kind, _ => (int)LayoutKind.Sequential } == (int)LayoutKind.Auto;
        }

        return MetadataTables.IsAutoLayout(definition, compilation);
    }
}
