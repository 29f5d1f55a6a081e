namespace NativeCallbacks.Generators.Model;

/// <summary>
/// A signature that a diagnostic rejects: what is needed to write stubs that throw, so that the diagnostic is the only error.
/// </summary>
/// <param name="Delegate">The delegate.</param>
/// <param name="TypeParameters">The type parameters of an open generic delegate; none for others.</param>
/// <param name="Parameters">The parameters, in order, as far as they could be read.</param>
/// <param name="Result">The type of the result in .NET.</param>
/// <param name="Pointers">Whether the parameters and the result have pointer types.</param>
/// <param name="IsScalar">Whether it maps numbers to a number, so that it would have <c>Map</c>.</param>
/// <param name="HasHandlers">Whether it would have <c>ToManagedCallback</c>.</param>
internal sealed record RejectedSignatureModel(
    DelegateModel Delegate,
    EquatableArray<TypeParameterModel> TypeParameters,
    EquatableArray<ParameterModel> Parameters,
    ReturnTypeModel Result,
    PointerTypes Pointers,
    bool IsScalar,
    bool HasHandlers) : DeclarationModel(Delegate);

/// <summary>A type parameter of an open generic delegate.</summary>
/// <param name="Name">The name.</param>
/// <param name="Constraints">The constraints after <c>where T :</c>, as generated code writes them; empty for most signatures.</param>
internal sealed record TypeParameterModel(string Name, EquatableArray<string> Constraints);

/// <summary>Whether a signature has pointer types, and whether code of the consumer can name them.</summary>
internal enum PointerTypes
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>It has some, and the project allows unsafe code.</summary>
    Allowed,

    /// <summary>It has some that the project or its language version does not allow. No call of it could compile.</summary>
    Forbidden,
}
