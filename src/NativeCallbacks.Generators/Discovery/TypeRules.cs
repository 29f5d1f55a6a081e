using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Diagnostics;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>How the refusal of a type is reported, the same for parameters and results.</summary>
internal static class TypeRules
{
    /// <param name="context">The declaration.</param>
    /// <param name="culprit">The symbol to underline.</param>
    /// <param name="subject">What has the type, as a message begins: <c>'x'</c>, <c>The result</c>.</param>
    /// <param name="type">The type that it has.</param>
    /// <param name="refusal">Why it is refused.</param>
    public static void Refuse(SignatureContext context, ISymbol culprit, string subject, ITypeSymbol type, TypeRefusal refusal)
    {
        var culpritType = TypeNames.Message(refusal.Type);
        if (refusal.Field is { } field)
        {
            context.RefuseAt(culprit, Rules.StructField, subject, TypeNames.Message(type), field, culpritType, refusal.Fact, refusal.Remedy);
        }
        else
        {
            context.RefuseAt(culprit, Rules.UnsupportedType, subject, culpritType, refusal.Fact, refusal.Remedy);
        }
    }
}
