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
    private static readonly ConditionalWeakTable<Assembly, Dictionary<Type, string>> Texts = new();

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
        Texts.GetValue(assembly, Read).TryGetValue(signature, out var text) ? text : null;

    private static Dictionary<Type, string> Read(Assembly assembly)
    {
        var texts = new Dictionary<Type, string>();
        try
        {
            foreach (var attribute in assembly.GetCustomAttributes<SignatureTextAttribute>())
            {
                texts[attribute.Signature] = attribute.Text;
            }
        }
        catch (Exception exception) when (exception is IOException or TypeLoadException or BadImageFormatException)
        {
            // The assembly has attributes from assemblies that are missing, so it has no signatures that could be called.
        }

        return texts;
    }
}
