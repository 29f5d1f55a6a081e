using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Diagnostics;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>A <c>bool</c>: <c>[MarshalAs]</c> must say how wide it is.</summary>
internal static class BooleanReader
{
    /// <summary>The native integer type.</summary>
    public static string Read(SignatureContext context, ISymbol culprit, ImmutableArray<AttributeData> attributes)
    {
        switch (MarshalAsRules.Kind(attributes))
        {
            case UnmanagedType.U1:
                return "byte";
            case UnmanagedType.I4:
                return "int";
            default:
                context.RefuseAt(culprit, Rules.BooleanWidth, culprit is IParameterSymbol parameter ? $"'{parameter.Name}'" : "The result");
                return "byte";
        }
    }
}
