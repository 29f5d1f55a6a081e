using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Diagnostics;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// <c>[MarshalAs]</c> outside <c>bool</c>: calls do no marshalling, so one that asks for some would be ignored in silence.
/// </summary>
internal static class MarshalAsRules
{
    private const UnmanagedType Utf8 = (UnmanagedType)48; // UnmanagedType.LPUTF8Str, which netstandard2.0 does not name

    public static void Check(SignatureContext context, ISymbol culprit, ImmutableArray<AttributeData> attributes, bool isText)
    {
        if (Kind(attributes) is { } kind && !(isText && kind == Utf8))
        {
            var name = culprit is IParameterSymbol parameter ? $"'{parameter.Name}'" : "The result";
            context.RefuseAt(culprit, Rules.MarshalAs, name, kind, isText ? "strings cross as UTF-8" : "values cross as they are");
        }
    }

    /// <summary>What <c>[MarshalAs]</c> says; null without one.</summary>
    public static UnmanagedType? Kind(ImmutableArray<AttributeData> attributes) =>
        attributes.Find(WellKnown.MarshalAsAttribute)?.ConstructorArguments.FirstOrDefault().Value switch
        {
            int kind => (UnmanagedType)kind,
            short kind => (UnmanagedType)kind,
            _ => null,
        };
}
