namespace NativeCallbacks.Generators.Model;

/// <summary>One signature: all that is needed to write its generated code.</summary>
/// <param name="Delegate">The delegate; of a function of an API or a slot of a table, the type that declares it.</param>
/// <param name="Method">Of a function or a slot, its method; null for a delegate.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Result">The result.</param>
/// <param name="Convention">The calling convention.</param>
/// <param name="SuppressesTransition">Whether calls leave out the garbage collector's transition.</param>
/// <param name="ThrowsFaults">Whether calls throw what went wrong in handlers meanwhile.</param>
/// <param name="SetLastError">Whether <c>errno</c> is cleared before the call and kept after it.</param>
/// <param name="Upcall">How native code calls handlers of the signature; null if it cannot.</param>
/// <param name="IsScalar">Whether it maps numbers to a number, so that it can be called for each element of spans.</param>
/// <param name="Documentation">The delegate's XML docs.</param>
/// <param name="Notation">The native signature in C notation; null if no attribute can name the delegate.</param>
/// <param name="HasOverloadPriority">Whether the consumer's target and language let one overload win over another.</param>
/// <param name="HasSkipLocalsInit">Whether the consumer's target knows <c>[SkipLocalsInit]</c>.</param>
internal sealed record SignatureModel(
    DelegateModel Delegate,
    MethodModel? Method,
    EquatableArray<ParameterModel> Parameters,
    ResultModel Result,
    NativeConvention Convention,
    bool SuppressesTransition,
    bool ThrowsFaults,
    bool SetLastError,
    UpcallModel? Upcall,
    bool IsScalar,
    DocumentationModel Documentation,
    string? Notation,
    bool HasOverloadPriority,
    bool HasSkipLocalsInit) : DeclarationModel(Delegate)
{
    /// <summary>The delegate as generated code names it.</summary>
    public string DelegateType => Delegate.Type;

    /// <summary>The delegate as messages and docs name it.</summary>
    public string DisplayName => Delegate.DisplayName;
}
