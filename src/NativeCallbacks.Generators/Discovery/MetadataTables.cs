using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>What a compiled assembly has only in its metadata tables; symbols do not show it as attributes.</summary>
internal static class MetadataTables
{
    /// <summary>Whether the runtime chooses the layout of a struct; false for a struct in source.</summary>
    public static bool IsAutoLayout(INamedTypeSymbol structure, Compilation compilation) =>
        Reader(structure, compilation) is { } reader
        && MetadataTokens.Handle(structure.MetadataToken) is { Kind: HandleKind.TypeDefinition } handle
        && (reader.GetTypeDefinition((TypeDefinitionHandle)handle).Attributes & TypeAttributes.LayoutMask) == TypeAttributes.AutoLayout;

    /// <summary>The <c>[MarshalAs]</c> of a parameter, counted from one, or of the result, which is zero; null if there is none.</summary>
    public static UnmanagedType? MarshalAs(IMethodSymbol method, int sequence, Compilation compilation)
    {
        if (Reader(method, compilation) is not { } reader
            || MetadataTokens.Handle(method.MetadataToken) is not { Kind: HandleKind.MethodDefinition } handle)
        {
            return null;
        }

        var descriptor = reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetParameters()
            .Select(reader.GetParameter)
            .Where(parameter => parameter.SequenceNumber == sequence)
            .Select(static parameter => parameter.GetMarshallingDescriptor())
            .FirstOrDefault();
        return descriptor.IsNil ? null : (UnmanagedType)reader.GetBlobReader(descriptor).ReadByte();
    }

    private static MetadataReader? Reader(ISymbol symbol, Compilation compilation) =>
        symbol.MetadataToken != 0
        && compilation.GetMetadataReference(symbol.ContainingAssembly) is PortableExecutableReference reference
        && reference.GetMetadata() is AssemblyMetadata metadata
            ? metadata.GetModules()[0].GetMetadataReader()
            : null;
}
