using System.Linq;
using System.Reflection;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>Attributes of generated code for tools: what wrote it, and that debuggers and coverage skip it.</summary>
internal static class GeneratedAttributes
{
    /// <summary>The package's version, without the commit behind it.</summary>
    private static readonly string Version = typeof(GeneratedAttributes).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+').First();

    /// <summary>Writes the attributes of a class. Classes inside it need those of the debugger again.</summary>
    public static void Write(SourceWriter writer)
    {
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"{ReservedNames.Generator}\", \"{Version}\")]");
        writer.Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]");
        WriteOfDebugger(writer);
    }

    /// <summary>
    /// Writes the attribute of an <c>Invoke</c> that wins over the one that takes delegates if both fit: <c>default</c> fits a
    /// callback and a delegate, and means null either way.
    /// </summary>
    public static void WriteOverloadPriority(SourceWriter writer, SignatureModel signature)
    {
        if (signature.HasOverloadPriority && signature.Parameters.Any(static parameter => parameter.CallScoped is not null))
        {
            writer.Line("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]");
        }
    }

    /// <summary>Writes the attribute for debuggers: a step goes through the code to the user's, on either side.</summary>
    public static void WriteOfDebugger(SourceWriter writer) => writer.Line("[global::System.Diagnostics.DebuggerNonUserCode]");
}
