using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
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

        return definition.MetadataToken != 0
            && compilation.GetMetadataReference(definition.ContainingAssembly) is PortableExecutableReference reference
            && reference.GetMetadata() is AssemblyMetadata metadata
            && metadata.GetModules()[0].GetMetadataReader() is var reader
            && MetadataTokens.Handle(definition.MetadataToken) is { Kind: HandleKind.TypeDefinition } handle
            && (reader.GetTypeDefinition((TypeDefinitionHandle)handle).Attributes & TypeAttributes.LayoutMask) == TypeAttributes.AutoLayout;
    }
}
