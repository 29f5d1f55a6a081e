using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>A <c>bool</c>: <c>[MarshalAs]</c> must say how wide it is.</summary>
internal static class BooleanReader
{
    /// <summary>The native integer type of a parameter, or of the result for null.</summary>
    public static string Read(SignatureContext context, IParameterSymbol? parameter)
    {
        switch (MarshalAsRules.Kind(context, parameter))
        {
            case UnmanagedType.U1:
                return "byte";
            case UnmanagedType.I4:
                return "int";
            default:
                context.RefuseAt(parameter, Rules.BooleanWidth, TypeRules.Subject(parameter));
                return "byte";
        }
    }
}
