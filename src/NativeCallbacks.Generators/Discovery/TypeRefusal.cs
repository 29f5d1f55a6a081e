using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>Why a type cannot cross by value.</summary>
/// <param name="Type">The culprit: the type itself, or that of the field.</param>
/// <param name="Fact">What is wrong with it, after "which".</param>
/// <param name="Remedy">What to write instead, in the imperative.</param>
/// <param name="Field">The path of the field, from the outermost struct; null where the type itself is refused.</param>
internal sealed record TypeRefusal(ITypeSymbol Type, string Fact, string Remedy, string? Field = null)
{
    public TypeRefusal Inside(string field) => this with { Field = Field is null ? field : $"{field}.{Field}" };
}
