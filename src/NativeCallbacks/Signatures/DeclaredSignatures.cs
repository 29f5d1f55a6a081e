using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// The texts that the source generator writes into the assemblies. They are assembly attributes, which trimming keeps, and
/// which cost nothing until they are read.
/// </summary>
internal static class DeclaredSignatures
{
    // Weak, so that a collectible assembly can be unloaded.
    private static readonly ConditionalWeakTable<Assembly, AssemblyTexts> Texts = new();

    /// <summary>The text of a delegate; null if no loaded assembly declares it.</summary>
    public static string? Find(Type signature)
    {
        if (Find(signature.Assembly, signature) is { } text)
        {
            return text;
        }

        // A delegate of another library is declared by an assembly that uses it.
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && Find(assembly, signature) is { } foreign)
            {
                return foreign;
            }
        }

        return null;
    }

    private static string? Find(Assembly assembly, Type signature) =>
        Texts.GetValue(assembly, static read => new AssemblyTexts(Read(read))).OfTypes.TryGetValue(signature, out var text) ? text : null;

    private static Dictionary<Type, string> Read(Assembly assembly)
    {
        var texts = new Dictionary<Type, string>();
        try
        {
            // Read and not created, which would add half of reflection to NativeAOT programs.
            foreach (var attribute in assembly.GetCustomAttributesData())
            {
                if (attribute.AttributeType == typeof(SignatureTextAttribute))
                {
                    texts[(Type)attribute.ConstructorArguments[0].Value!] = (string)attribute.ConstructorArguments[1].Value!;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or TypeLoadException or BadImageFormatException)
        {
            // The assembly has attributes from assemblies that are missing, so it has no signatures that could be called.
        }

        return texts;
    }

    /// <summary>The texts of one assembly. A table of a generic type would add the type loader to NativeAOT programs.</summary>
    private sealed class AssemblyTexts(Dictionary<Type, string> ofTypes)
    {
        public Dictionary<Type, string> OfTypes { get; } = ofTypes;
    }
}
