using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace NativeCallbacks.CodeFixes;

/// <summary>The least accessibility that generated code needs.</summary>
internal static class WiderAccess
{
    /// <summary>The declaration as internal; one for derived classes stays so.</summary>
    public static SyntaxNode Of(SyntaxNode declaration, SyntaxGenerator generator)
    {
        var accessibility = generator.GetAccessibility(declaration) == Accessibility.Protected ? Accessibility.ProtectedOrInternal : Accessibility.Internal;
        return generator.WithAccessibility(declaration, accessibility);
    }
}
